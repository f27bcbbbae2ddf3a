import type { Decider, Home } from '@sikkerby/kernel';
import { assessmentActs, assessmentSteps, type AssessmentEvent } from './assessment.js';
import type { CaseState, LiveCase } from './case-state.js';
import { closingActs, closingSteps, type ClosingEvent } from './closing.js';
import { correctionActs, correctionSteps, type CorrectionEvent } from './correction.js';
import { eighteenActs, eighteenSteps, type EighteenEvent } from './eighteen.js';
import { forumActs, forumSteps, type ForumEvent } from './forum.js';
import { mergingActs, mergingSteps, type MergingEvent } from './merging.js';
import { openingActs, openingSteps, type OpeningEvent } from './opening.js';
import { planActs, planSteps, type PlanEvent } from './plan.js';
import { referralActs, referralSteps, type ReferralEvent } from './referral.js';
import { transferActs, transferSteps, type TransferEvent } from './transfer.js';
import { voidingActs, voidingSteps, type VoidingEvent } from './voiding.js';

/** Everything that can happen to a case. */
export type CaseEvent =
  | OpeningEvent
  | AssessmentEvent
  | PlanEvent
  | ForumEvent
  | ReferralEvent
  | TransferEvent
  | ClosingEvent
  | EighteenEvent
  | CorrectionEvent
  | VoidingEvent
  | MergingEvent;

/** A case of the SSP cooperation: the city's concern for one young person. */
export const youthConcern = {
  programme: 'youth-concern',
  category: 'youth_concern',
  initialState: { status: 'not-opened' },
  acts: {
    ...openingActs,
    ...assessmentActs,
    ...planActs,
    ...forumActs,
    ...referralActs,
    ...transferActs,
    ...closingActs,
    ...eighteenActs,
    ...correctionActs,
    ...voidingActs,
    ...mergingActs,
  },
  evolve: {
    ...openingSteps,
    ...assessmentSteps,
    ...planSteps,
    ...forumSteps,
    ...referralSteps,
    ...transferSteps,
    ...closingSteps,
    ...eighteenSteps,
    ...correctionSteps,
    ...voidingSteps,
    ...mergingSteps,
  } satisfies Record<CaseEvent['type'], unknown>,
  subjectOf: (state) => underlying(state)?.subject,
  homeOf: (state) => homeOf(underlying(state)),
} as const satisfies Decider<CaseState>;

/** The case as it is, or as it was before it was voided or merged. */
export function underlying(state: CaseState): LiveCase | undefined {
  switch (state.status) {
    case 'not-opened':
      return undefined;
    case 'void':
    case 'merged':
      return state.before;
    case 'open':
    case 'closed':
      return state;
  }
}

function homeOf(state: LiveCase | undefined): Home | undefined {
  return (
    state && {
      district: state.district.value,
      alsoDistricts: state.transfer ? [state.transfer.toDistrict] : [],
      assignedTo: state.caseworker,
      referredTo: Object.values(state.referrals)
        .filter(({ ended }) => !ended)
        .map(({ organisation, until }) => ({ organisation, until })),
    }
  );
}
