import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Identity } from '@sikkerby/access';
import { Decisions } from '@sikkerby/decisions';
import { allowedCommands, type AllowedCommand, type Decider } from '@sikkerby/kernel';
import { readable } from './readable.js';

/** What can they do with the unit now, and why not the rest? */
export class WhatIsAllowed extends Query<AllowedCommand[]> {
  constructor(
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each decider knows its own state
    readonly decider: Decider<any>,
    readonly id: string,
    readonly identity: Identity,
  ) {
    super();
  }
}

@QueryHandler(WhatIsAllowed)
export class WhatIsAllowedHandler implements IQueryHandler<WhatIsAllowed> {
  constructor(private readonly decisions: Decisions) {}

  async execute({ decider, id, identity }: WhatIsAllowed): Promise<AllowedCommand[]> {
    const { state } = await readable<unknown>(this.decisions, decider, id, identity);
    return allowedCommands<unknown>(decider, state, identity);
  }
}
