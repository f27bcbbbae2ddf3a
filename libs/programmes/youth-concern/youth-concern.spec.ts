import { describe, expect, it } from '@jest/globals';
import { decide, day, fold, Rejection, type Command, type DomainEvent } from '@sikkerby/kernel';
import { purposes } from '@sikkerby/reference';
import fc from 'fast-check';
import type { CaseState } from './case/case-state.js';
import { caseworker, coordinator, opening, opens, text } from './case/case-testing.js';
import {
  actionOutcomes,
  cancelReasons,
  concernTypes,
  forumDecisions,
  forums,
  genders,
  levels,
} from './concern-codes.js';
import { youthConcern } from './youth-concern.js';

const days = fc.constantFrom('2017-03-01', '2017-03-02', '2017-03-10', '2017-06-01', '2017-12-31');
const ids = fc.constantFrom('one', 'two');
const sets = fc.subarray([...concernTypes], { minLength: 1 });
const closing = fc.record(
  { reason: fc.constant('goals-met'), unfinishedActionsBecause: fc.constant('no-longer-relevant') },
  { requiredKeys: ['reason'] },
);
const nothing = fc.constant({});
const calendar = { user: 'reaction', role: 'reaction', organisation: 'sikkerby' };
const because = fc.constant({ reason: 'registered-in-error' });

/** Data as the edge lets them through, drawn from few values so that they meet. */
const data: Record<keyof typeof youthConcern.acts, fc.Arbitrary<object>> = {
  'open-case': fc.constant(opening),
  'change-level': fc.record({ level: fc.constantFrom(...levels) }),
  'change-concern-types': fc.record({ concernTypes: sets }),
  assign: fc.record({ caseworker: ids, team: ids }),
  'add-note': fc.constant({ text }),
  'propose-at-eighteen': fc.constant({}),
  'move-to-ssp-plus': fc.record({ age: fc.constantFrom(17, 18) }),
  'adopt-plan': fc.constant({ goals: text }),
  'add-action': fc.record({
    actionId: ids,
    responsibleOrganisation: ids,
    dueOn: days,
    description: fc.constant(text),
  }),
  'move-action-due-day': fc.record({ actionId: ids, dueOn: days }),
  'complete-action': fc.record({ actionId: ids, outcome: fc.constantFrom(...actionOutcomes) }),
  'cancel-action': fc.record({ actionId: ids, reason: fc.constantFrom(...cancelReasons) }),
  'put-on-agenda': fc.record({
    itemId: ids,
    forum: fc.constantFrom(...forums),
    meetingOn: days,
  }),
  'take-off-agenda': fc.record({ itemId: ids }),
  'record-forum-decision': fc.record({
    itemId: ids,
    decision: fc.constantFrom(...forumDecisions),
    text: fc.constant(text),
  }),
  refer: fc.record({
    referralId: ids,
    toOrganisation: ids,
    purpose: fc.constantFrom(...purposes),
    legalBasis: fc.constant('consent'),
    until: days,
    necessity: fc.constant(text),
  }),
  'end-referral': fc.record({ referralId: ids }),
  'request-transfer': fc.record({
    toDistrict: fc.constantFrom('noerrebro', 'valby', 'vanloese'),
    toTeam: ids,
  }),
  'accept-transfer': fc.record({ effectiveOn: days }),
  'reject-transfer': fc.constant({ reason: 'no-capacity' }),
  'withdraw-transfer': nothing,
  close: closing,
  'request-closing': closing,
  'approve-closing': nothing,
  'refuse-closing': nothing,
  reopen: fc.constant({ reason: 'relapse' }),
  'void-reopening': because,
  correct: fc.oneof(
    fc.record({ field: fc.constant('level'), value: fc.constantFrom(...levels), from: days }),
    fc.record({ field: fc.constant('gender'), value: fc.constantFrom(...genders) }),
    fc.record({ field: fc.constant('ageAtOpening'), value: fc.constantFrom(15, 18, 26) }),
    fc.record({ field: fc.constantFrom('openedOn', 'closedOn', 'reopenedOn'), value: days }),
  ),
  void: because,
  reinstate: nothing,
  'merge-into': fc.record({
    survivor: ids,
    survivorIs: fc.record({
      status: fc.constantFrom('open', 'closed', 'void'),
      subject: fc.constant(opening.subject),
      itself: fc.boolean(),
    }),
  }),
  unmerge: nothing,
};

const commands: fc.Arbitrary<Command> = fc
  .constantFrom(...(Object.keys(data) as (keyof typeof data)[]))
  .chain((type) =>
    fc.record({
      type: fc.constant(type),
      data: data[type],
      occurredOn: days.map(day),
      today: fc.constant(day('2017-12-31')),
      actor:
        type === 'propose-at-eighteen'
          ? fc.constant(calendar)
          : fc.constantFrom(caseworker, coordinator),
    }),
  );

/** What the command says, or nothing where a rule refuses it. */
function trying(state: CaseState, command: Command): readonly DomainEvent[] {
  try {
    return decide<CaseState>(youthConcern, command, state);
  } catch (refusal) {
    if (!(refusal instanceof Rejection)) throw refusal;
    expect(refusal.rule).toMatch(/^[a-z0-9]+(-[a-z0-9]+){2,}$/);
    return [];
  }
}

function apply(state: CaseState, ...commands: readonly Command[]): CaseState {
  return commands.reduce(
    (before, command) => fold<CaseState>(youthConcern, before, trying(before, command)),
    state,
  );
}

const histories = fc
  .array(commands, { maxLength: 60, size: 'max' })
  .map((later) => [opens(), ...later]);
const onLastDay = { occurredOn: day('2017-12-31'), today: day('2017-12-31'), actor: caseworker };

describe('whatever is done to a case', () => {
  it('is refused by a rule or gives events that can be folded, and all of them are given', () => {
    const given = new Set<string>();
    fc.assert(
      fc.property(histories, (history) => {
        let state: CaseState = youthConcern.initialState;
        for (const command of history) {
          const events = trying(state, command);
          for (const { type } of events) given.add(type);
          state = fold<CaseState>(youthConcern, state, events);
        }
      }),
      { seed: 2017, numRuns: 1200 },
    );
    expect([...given].sort()).toEqual(Object.keys(youthConcern.evolve).sort());
  });

  it.each([
    ['void and reinstated', 'void', { reason: 'test' }, 'reinstate'],
    [
      'merged and unmerged',
      'merge-into',
      {
        survivor: 'three',
        survivorIs: { status: 'open', subject: opening.subject, itself: false },
      },
      'unmerge',
    ],
  ])('is as it was once it is %s', (_, away, data, back) => {
    fc.assert(
      fc.property(histories, (history) => {
        const before = apply(youthConcern.initialState, ...history);
        fc.pre(before.status === 'open' || before.status === 'closed');
        const gone = apply(before, { type: away, data, ...onLastDay });
        expect(gone).not.toEqual(before);
        expect(apply(gone, { type: back, data: {}, ...onLastDay })).toEqual(before);
      }),
    );
  });
});
