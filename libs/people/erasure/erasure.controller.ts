import { Body, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { About, Policies, type Action, type Identity, type Role } from '@sikkerby/access';
import { Decisions, NoSuchUnit, type Intent } from '@sikkerby/commands';
import {
  CreateRoute,
  Dated,
  Given,
  ProgrammeController,
  QueryRoute,
  UnitId,
  WhoAsks,
  type Plain,
} from '@sikkerby/http';
import { PersonProgrammes, Register } from '@sikkerby/people';
import { ErasureCommands } from './erasure-commands.js';
import { erasureId } from './erasure-ids.js';
import { ErasureNow, ErasuresUnderWay } from './erasure.answers.js';
import { LiftLegalHold, PlaceLegalHold, RequestErasure } from './erasure.requests.js';
import { WhichErasuresAreUnderWay } from './erasures.query.js';
import { personErasure } from './person-erasure.js';

const requesters: readonly Role[] = ['ssp-coordinator', 'infohus-coordinator', 'dpo'];
const overseers: readonly Role[] = ['dpo'];

/** Erasing persons: who asks for it is not who approves it, and a legal hold stops it. */
@ProgrammeController('erasure')
export class ErasureController {
  constructor(
    private readonly erasures: ErasureCommands,
    private readonly queries: QueryBus,
    private readonly decisions: Decisions,
    private readonly register: Register,
    private readonly policies: Policies,
    private readonly programmes: PersonProgrammes,
  ) {}

  @CreateRoute(':programme/persons/:id/request', {
    roles: requesters,
    looks: 'delete',
    summary: 'Ask for the erasure of a person from a programme',
    description: 'Refused without a retention rule of the programme, and under a legal hold.',
  })
  request(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @Body() body: RequestErasure,
    @Given() intent: Intent,
  ) {
    return this.give({ programme, subject }, 'request-erasure', body, intent);
  }

  @CreateRoute(':programme/persons/:id/withdraw', {
    roles: requesters,
    looks: 'delete',
    summary: 'Take the request back, or turn it down',
  })
  withdraw(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @Body() body: Dated,
    @Given() intent: Intent,
  ) {
    return this.give({ programme, subject }, 'withdraw-erasure', body, intent);
  }

  @CreateRoute(':programme/persons/:id/approve', {
    roles: overseers,
    looks: 'delete',
    summary: 'Approve the erasure that another asked for',
    description: 'There is no way back: texts, keys and record are gone within a minute.',
  })
  approve(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @Body() body: Dated,
    @Given() intent: Intent,
  ) {
    return this.give({ programme, subject }, 'approve-erasure', body, intent);
  }

  @CreateRoute(':programme/persons/:id/place-legal-hold', {
    roles: overseers,
    looks: 'change',
    summary: 'Keep a person from being erased',
  })
  placeHold(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @Body() body: PlaceLegalHold,
    @Given() intent: Intent,
  ) {
    return this.give({ programme, subject }, 'place-legal-hold', body, intent);
  }

  @CreateRoute(':programme/persons/:id/lift-legal-hold', {
    roles: overseers,
    looks: 'change',
    summary: 'Let a person be erased again',
  })
  liftHold(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @Body() body: LiftLegalHold,
    @Given() intent: Intent,
  ) {
    return this.give({ programme, subject }, 'lift-legal-hold', body, intent);
  }

  @QueryRoute(':programme/persons/:id', {
    roles: requesters,
    looks: 'collect',
    summary: 'How far is the erasure of a person?',
    answer: { type: ErasureNow },
  })
  async erasure(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @WhoAsks() identity: Identity,
  ) {
    const seenOf = this.programmes.permit(this.policies, identity, 'request-erasure', programme);
    const { state, revision } = await this.decisions.state(
      personErasure,
      erasureId(programme, subject),
    );
    const isKnown = revision !== undefined || (await this.register.has({ programme, subject }));
    if (!isKnown) throw new NoSuchUnit();
    const now: Plain<ErasureNow> = {
      ...{ programme, subject, status: state.status },
      ...(state.status === 'requested' ? { requestedBy: state.requestedBy } : {}),
      holds: Object.keys(state.holds).filter((ground) => state.holds[ground]),
    };
    return new About(now, [seenOf(subject)]);
  }

  @QueryRoute('requests', {
    roles: overseers,
    looks: 'search',
    summary: 'Which erasures wait for approval, or are under way?',
    answer: { type: ErasuresUnderWay },
  })
  async underWay(@WhoAsks() identity: Identity) {
    const found = await this.queries.execute(new WhichErasuresAreUnderWay());
    const now = new Date();
    const decided = found.map((item) => {
      const { programme, subject } = item;
      const decision = this.policies.decide(identity, 'oversee-erasure', { programme }, now);
      return { item, decision, seen: { programme, subject, policies: decision.policies } };
    });
    const visible = decided.filter(({ decision }) => decision.permitted);
    return new About(
      { items: visible.map(({ item }) => item) },
      visible.map(({ seen }) => seen),
    );
  }

  private async give(
    { programme, subject }: { readonly programme: string; readonly subject: string },
    act: keyof typeof personErasure.acts,
    body: object,
    intent: Intent,
  ) {
    const action: Action = requested.has(act) ? 'request-erasure' : 'oversee-erasure';
    const { identity } = intent;
    const seenOf = this.programmes.permit(this.policies, identity, action, programme);
    const receipt = await this.erasures.about({ programme, subject }, act, body, intent);
    return new About(receipt, [seenOf(subject)]);
  }
}

const requested = new Set<keyof typeof personErasure.acts>(['request-erasure', 'withdraw-erasure']);
