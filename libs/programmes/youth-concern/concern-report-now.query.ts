import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { About, Policies, type Identity } from '@sikkerby/access';
import { Decisions } from '@sikkerby/decisions';
import { ReportNow } from './concern-report-now.answers.js';
import { underlyingReport, youthConcernReport, type ReportState } from './concern-report.js';
import { readable } from '../readable.js';

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
    const { revision, position, recordedAt } = found.last;
    const now = Object.assign(new ReportNow(), {
      ...{ id, revision, position, recordedAt },
      ...underlyingReport(found.state),
      status: found.state.status,
    });
    return new About(now, found.seen);
  }
}
