import type { Home } from '@sikkerby/kernel';
import { assessmentActs, assessmentSteps, type AssessmentEvent } from './assessment/assessment.js';
import { theCase, type LiveCase } from './case/case-state.js';
import { closingActs, closingSteps, type ClosingEvent } from './closing/closing.js';
import { correctionActs, correctionSteps, type CorrectionEvent } from './correction/correction.js';
import { eighteenActs, eighteenSteps, type EighteenEvent } from './closing/eighteen.js';
import { forumActs, forumSteps, type ForumEvent } from './forum/forum.js';
import { openingActs, openingSteps, type OpeningEvent } from './opening/opening.js';
import { planActs, planSteps, type PlanEvent } from './plan/plan.js';
import { decider, nothingYet, subjectOf, underlying } from '@sikkerby/case-kit';
import { referralActs, referralSteps, type ReferralEvent } from './referral/referral.js';
import { repairActs, repairSteps, type RepairEvent } from './correction/void-and-merge.js';
import { transferActs, transferSteps, type TransferEvent } from './transfer/transfer.js';

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
  | RepairEvent;

/** A case of the SSP cooperation: the city's concern for one young person. */
export const youthConcern = decider(theCase, {
  category: 'youth_concern',
  initialState: nothingYet,
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
    ...repairActs,
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
    ...repairSteps,
  },
  subjectOf,
  homeOf: (state) => homeOf(underlying(state)),
});

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
