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
import { ReportNow } from './concern-report-now.answers.js';
import { ReportAsItIs } from './concern-report-now.query.js';
import { youthConcernReport } from './concern-report.js';
import { say } from '../case/journal.js';
import { caseworkers as roles } from '../case-roles.js';

@ProgrammeController('youth-concern')
export class ConcernReportNowController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute('concern-reports/:id', {
    roles,
    looks: 'collect',
    summary: 'What has become of the report?',
    description: 'The ETag is the If-Match of the next command.',
    answer: { type: ReportNow },
  })
  reportNow(@UnitId() id: string, @WhoAsks() identity: Identity) {
    return this.queries.execute(new ReportAsItIs(id, identity));
  }

  @QueryRoute('concern-reports/:id/journal', {
    roles,
    looks: 'collect',
    summary: 'What was reported, by whom, and what was done about it?',
    answer: { type: [JournalEntry] },
  })
  journal(
    @UnitId() id: string,
    @Query() { language }: JournalQuery,
    @WhoAsks() identity: Identity,
  ) {
    return this.queries.execute(new JournalOf(youthConcernReport, id, say(language), identity));
  }

  @QueryRoute('concern-reports/:id/allowed-commands', {
    roles,
    looks: 'collect',
    summary: 'What can I do with the report now, and why not the rest?',
    answer: { type: [AllowedCommandNow] },
  })
  allowedCommands(@UnitId() id: string, @WhoAsks() identity: Identity) {
    return this.queries.execute(new WhatIsAllowed(youthConcernReport, id, identity));
  }
}
