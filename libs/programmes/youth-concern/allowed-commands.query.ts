import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Policies, type Identity } from '@sikkerby/access';
import { Decisions } from '@sikkerby/decisions';
import { allowedCommands, type AllowedCommand, type AnyDecider } from '@sikkerby/kernel';
import { readable } from './readable.js';

/** What can they do with the unit now, and why not the rest? */
export class WhatIsAllowed extends Query<AllowedCommand[]> {
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

  async execute({ decider, id, identity }: WhatIsAllowed): Promise<AllowedCommand[]> {
    const { state } = await readable<unknown>(this, decider, id, identity);
    return allowedCommands<unknown>(decider, state, identity);
  }
}
