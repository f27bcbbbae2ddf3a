import { Body, HttpCode, Query, Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { permit, Policies, ReadLog, type Identity } from '@sikkerby/access';
import { Decide, Decisions, NoSuchUnit, type Intent, type Commands } from '@sikkerby/commands';
import {
  CreateRoute,
  Given,
  ProgrammeController,
  QueryRoute,
  UnitId,
  WhoAsks,
} from '@sikkerby/http';
import { PageQuery } from '@sikkerby/case-kit/edge';
import { lookReview } from './look-review.js';
import { noProgramme, reviewer } from './may-review.js';
import { ReviewListPage } from './oversight.answers.js';
import { SignOffALook } from './oversight.requests.js';
import { ReviewList } from './review-list.query.js';

const roles = ['ssp-coordinator', 'dpo'] as const;

/** Looks at persons that another looks at: each broken glass and revealed address, and a sample. */
@ProgrammeController('oversight')
export class ReviewsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: Commands,
    private readonly decisions: Decisions,
    private readonly readLog: ReadLog,
    private readonly policies: Policies,
  ) {}

  @QueryRoute('reviews', {
    roles,
    looks: 'collect',
    summary: 'Which looks wait for another to look at them?',
    description:
      'Every broken glass, every revealed address, and of each month that is over the larger of ' +
      '25 looks and 2 %, of the programmes that you review; your own are not for you. A glass is ' +
      'reviewed by its own route.',
    answer: { type: ReviewListPage },
  })
  reviews(@WhoAsks() identity: Identity, @Query() asked: PageQuery) {
    return this.queries.execute(new ReviewList(identity, asked));
  }

  @CreateRoute('reviews/:id/sign-off', {
    roles,
    summary: 'Say whether a look was in order',
    description: 'Of the read log; nobody reviews their own.',
  })
  @HttpCode(201)
  async signOff(@UnitId() id: string, @Body() body: SignOffALook, @Given() intent: Intent) {
    const { identity } = intent;
    const look = await this.readLog.lookToReview(reviewer(this.policies, identity), id);
    if (!look) throw new NoSuchUnit();
    const { user, because, programme } = look;
    permit(this.policies, identity, 'review', { programme: programme ?? noProgramme });
    const { revision } = await this.decisions.state(lookReview, id);
    const now: Intent = { ...intent, expected: revision ?? 'none' };
    const known = { user, because };
    return this.commands.execute(new Decide(lookReview, id, 'sign-off', body, now, known));
  }
}
