import { Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Identity } from '@sikkerby/access';
import { ProgrammeController, QueryRoute, UnitId, WhoAsks } from '@sikkerby/http';
import {
  WhatIsAllowed,
  AllowedCommandNow,
  JournalEntry,
  JournalOf,
  JournalQuery,
} from '@sikkerby/case-kit/edge';
import { CaseNow } from './case-now.answers.js';
import { CaseAsItIs } from './case-now.query.js';
import { say } from './journal.js';
import { readers as roles } from '../case-roles.js';
import { youthConcern } from '../youth-concern.js';

@ProgrammeController('youth-concern')
export class CaseNowController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute('cases/:id', {
    roles,
    looks: 'collect',
    summary: 'How does the case stand?',
    description: 'The ETag is the If-Match of the next command.',
    answer: { type: CaseNow },
  })
  caseNow(@UnitId() id: string, @WhoAsks() identity: Identity) {
    return this.queries.execute(new CaseAsItIs(id, identity));
  }

  @QueryRoute('cases/:id/journal', {
    roles,
    looks: 'collect',
    summary: 'What has happened in the case, one sentence per event?',
    answer: { type: [JournalEntry] },
  })
  journal(
    @UnitId() id: string,
    @Query() { language }: JournalQuery,
    @WhoAsks() identity: Identity,
  ) {
    return this.queries.execute(new JournalOf(youthConcern, id, say(language), identity));
  }

  @QueryRoute('cases/:id/allowed-commands', {
    roles,
    looks: 'collect',
    summary: 'What can I do in the case now, and why not the rest?',
    answer: { type: [AllowedCommandNow] },
  })
  allowedCommands(@UnitId() id: string, @WhoAsks() identity: Identity) {
    return this.queries.execute(new WhatIsAllowed(youthConcern, id, identity));
  }
}
