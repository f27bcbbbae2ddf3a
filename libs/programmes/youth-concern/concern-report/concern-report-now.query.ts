import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { About, Policies, type Identity } from '@sikkerby/access';
import { Decisions } from '@sikkerby/commands';
import { ReportNow } from './concern-report-now.answers.js';
import { readable } from '@sikkerby/case-kit/edge';
import { underlying } from '@sikkerby/case-kit';
import { youthConcernReport, type ReportState } from './concern-report.js';

/** What has become of the report? */
export class ReportAsItIs extends Query<About<ReportNow>> {
  constructor(
    readonly id: string,
    readonly identity: Identity,
  ) {
    super();
  }
}

@QueryHandler(ReportAsItIs)
export class ReportNowHandler implements IQueryHandler<ReportAsItIs> {
  constructor(
    readonly decisions: Decisions,
    readonly policies: Policies,
  ) {}

  async execute({ id, identity }: ReportAsItIs): Promise<About<ReportNow>> {
    const found = await readable<ReportState>(this, youthConcernReport, id, identity);
    const report = underlying(found.state);
    if (!report) throw new Error('a report with events has been received');
    const { beganOn: receivedOn, ...known } = report;
    const { revision, position, recordedAt } = found.last;
    const now = Object.assign(new ReportNow(), {
      ...{ id, revision, position, recordedAt },
      ...known,
      receivedOn,
      status: found.state.status,
    });
    return new About(now, found.seen);
  }
}
