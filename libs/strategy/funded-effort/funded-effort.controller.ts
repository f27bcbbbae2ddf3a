import { Query } from '@nestjs/common';
import { ProgrammeController, QueryRoute, type Plain } from '@sikkerby/http';
import { answered, Cuts, Statistics } from '@sikkerby/statistics';
import { readers } from '../roles.js';
import { YearQuery } from '../year.requests.js';
import { FollowedUpAnswer } from './funded-effort.answers.js';
import { shareOf } from './share.js';

@ProgrammeController('funded-effort')
export class FundedEffortController {
  constructor(
    private readonly statistics: Statistics,
    private readonly cuts: Cuts,
  ) {}

  /** Both numbers are measures of their own; their ratio is not, since what it is out of changes. */
  @QueryRoute('followed-up', {
    roles: readers,
    summary: 'Which share of the efforts that were due in a year was followed up?',
    answer: { type: FollowedUpAnswer },
  })
  async followedUp(@Query() { year, asOf: at }: YearQuery): Promise<Plain<FollowedUpAnswer>> {
    const asOf = await answered(this.cuts.position(at));
    const [due, followedUp] = await Promise.all(
      ['funded-effort.due', 'funded-effort.followed-up'].map(
        async (measure) => (await this.statistics.figure(measure, { year, asOf })).value,
      ),
    );
    const counts = { due: due ?? 0, followedUp: followedUp ?? 0 };
    const share = shareOf(counts.followedUp, counts.due);
    return { year, asOf, ...counts, ...(share === undefined ? {} : { share }) };
  }
}
