import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { About, Policies, type Identity } from '@sikkerby/access';
import { Decisions } from '@sikkerby/commands';
import { allowedCommands, type AllowedCommand, type AnyDecider } from '@sikkerby/kernel';
import { readable } from './readable.js';

/** A command to whom the unit is open to read only, such as by referral. */
function onlyRead({ command }: AllowedCommand): AllowedCommand {
  return { command, allowed: false, because: 'it-is-yours-to-read-only' };
}

/** What can they do with the unit now, and why not the rest? */
export class WhatIsAllowed extends Query<About<AllowedCommand[]>> {
  constructor(
    readonly decider: AnyDecider,
    readonly id: string,
    readonly identity: Identity,
  ) {
    super();
  }
}

@QueryHandler(WhatIsAllowed)
export class WhatIsAllowedHandler implements IQueryHandler<WhatIsAllowed> {
  constructor(
    readonly decisions: Decisions,
    readonly policies: Policies,
  ) {}

  async execute({ decider, id, identity }: WhatIsAllowed): Promise<About<AllowedCommand[]>> {
    const { state, may, seen } = await readable<unknown>(this, decider, id, identity);
    const commands = allowedCommands<unknown>(decider, state, identity);
    return new About(may('change') ? commands : commands.map(onlyRead), seen);
  }
}
