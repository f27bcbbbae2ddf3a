// The words of SSP work that commands and events use. What people read is in `vocabulary.ts`.

export {
  correctionReasons,
  genders,
  voidReasons,
  type CorrectionReason,
  type Gender,
  type VoidReason,
} from '@sikkerby/case-kit';

export const levels = [1, 2, 3, 4] as const;
export type Level = (typeof levels)[number];

/** `ssp` is for those under 18, `ssp-plus` for those aged 18 to 25. */
export const tracks = ['ssp', 'ssp-plus'] as const;
export type Track = (typeof tracks)[number];

export const concernTypes = [
  'worrying-behaviour',
  'first-offence',
  'repeat-offence',
  'dangerous-offence',
  'group',
] as const;
export type ConcernType = (typeof concernTypes)[number];

export const reportSources = [
  'school',
  'social-services',
  'police',
  'club',
  'housing',
  'citizen',
  'outreach',
] as const;
export type ReportSource = (typeof reportSources)[number];

export const screeningOutcomes = [
  'open-case',
  'advice-only',
  'forward',
  'no-action',
  'statutory-notification',
] as const;
export type ScreeningOutcome = (typeof screeningOutcomes)[number];

export const actionOutcomes = ['achieved', 'partly-achieved', 'not-achieved'] as const;
export type ActionOutcome = (typeof actionOutcomes)[number];

export const cancelReasons = [
  'declined-by-the-young-person',
  'declined-by-the-parents',
  'replaced-by-another-action',
  'no-longer-relevant',
] as const;
export type CancelReason = (typeof cancelReasons)[number];

export const forums = ['local-committee', 'coordination-group'] as const;
export type Forum = (typeof forums)[number];

export const forumDecisions = [
  'continue',
  'change-level',
  'adopt-plan',
  'refer',
  'close',
  'no-measures',
] as const;
export type ForumDecision = (typeof forumDecisions)[number];

export const rejectTransferReasons = [
  'stays-where-known',
  'not-resident',
  'no-capacity',
  'more-information-needed',
] as const;
export type RejectTransferReason = (typeof rejectTransferReasons)[number];

export const closingReasons = [
  'goals-met',
  'moved-away',
  'turned-eighteen',
  'other-authority',
  'no-further-need',
] as const;
export type ClosingReason = (typeof closingReasons)[number];

export const unfinishedReasons = [
  'continued-elsewhere',
  'declined-by-the-young-person',
  'no-longer-relevant',
] as const;
export type UnfinishedReason = (typeof unfinishedReasons)[number];

export const reopeningReasons = [
  'new-concern',
  'relapse',
  'moved-back',
  'closed-too-early',
] as const;
export type ReopeningReason = (typeof reopeningReasons)[number];
