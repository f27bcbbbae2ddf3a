import { purposeWords, type Purpose } from '@sikkerby/reference';
import type { Words } from '@sikkerby/statistics';
import { sharedCodes } from '@sikkerby/case-kit';
import type {
  ActionOutcome,
  CancelReason,
  ClosingReason,
  ConcernType,
  CorrectionReason,
  Forum,
  ForumDecision,
  Gender,
  RejectTransferReason,
  ReopeningReason,
  ReportSource,
  ScreeningOutcome,
  Track,
  UnfinishedReason,
  VoidReason,
} from './concern-codes.js';

type Code =
  | ActionOutcome
  | CancelReason
  | ClosingReason
  | ConcernType
  | CorrectionReason
  | Forum
  | ForumDecision
  | Gender
  | Purpose
  | RejectTransferReason
  | ReopeningReason
  | ReportSource
  | ScreeningOutcome
  | Track
  | UnfinishedReason
  | VoidReason;

/** What each code is called inside a sentence. */
export const vocabulary: Readonly<Record<Code, Words>> = {
  ...sharedCodes,

  'worrying-behaviour': { da: 'bekymrende adfærd', en: 'worrying behaviour' },
  'first-offence': { da: 'første lovovertrædelse', en: 'first offence' },
  'repeat-offence': { da: 'gentagen lovovertrædelse', en: 'repeat offence' },
  'dangerous-offence': { da: 'personfarlig kriminalitet', en: 'dangerous offence' },
  group: { da: 'gruppe', en: 'group' },

  female: { da: 'pige eller kvinde', en: 'girl or woman' },
  male: { da: 'dreng eller mand', en: 'boy or man' },
  ssp: { da: 'SSP', en: 'SSP' },
  'ssp-plus': { da: 'SSP+', en: 'SSP+' },

  school: { da: 'skole', en: 'school' },
  'social-services': { da: 'socialforvaltning', en: 'social services' },
  police: { da: 'politi', en: 'police' },
  club: { da: 'klub', en: 'club' },
  housing: { da: 'boligorganisation', en: 'housing association' },
  citizen: { da: 'borger', en: 'citizen' },
  outreach: { da: 'gadeplansarbejde', en: 'outreach' },
  'open-case': { da: 'sagen åbnes', en: 'a case is opened' },
  'advice-only': { da: 'kun rådgivning', en: 'advice only' },
  forward: { da: 'sendes videre', en: 'forwarded' },
  'no-action': { da: 'ingen handling', en: 'no action' },
  'statutory-notification': { da: 'underretning', en: 'statutory notification' },

  achieved: { da: 'nået', en: 'achieved' },
  'partly-achieved': { da: 'delvist nået', en: 'partly achieved' },
  'not-achieved': { da: 'ikke nået', en: 'not achieved' },
  'declined-by-the-young-person': {
    da: 'den unge ønsker det ikke',
    en: 'the young person declined',
  },
  'declined-by-the-parents': { da: 'forældrene ønsker det ikke', en: 'the parents declined' },
  'replaced-by-another-action': {
    da: 'erstattet af en anden handling',
    en: 'replaced by another action',
  },
  'no-longer-relevant': { da: 'ikke længere relevant', en: 'no longer relevant' },
  'continued-elsewhere': { da: 'fortsætter andetsteds', en: 'continued elsewhere' },

  'local-committee': { da: 'lokaludvalget', en: 'the local committee' },
  'coordination-group': { da: 'koordinationsgruppen', en: 'the coordination group' },
  continue: { da: 'fortsæt', en: 'continue' },
  'change-level': { da: 'skift niveau', en: 'change the level' },
  'adopt-plan': { da: 'læg en handleplan', en: 'adopt a plan' },
  refer: { da: 'henvis', en: 'refer' },
  close: { da: 'luk sagen', en: 'close the case' },
  'no-measures': { da: 'ingen indsats', en: 'no measures' },

  ...purposeWords,

  'stays-where-known': { da: 'sagen bliver, hvor den unge er kendt', en: 'stays where known' },
  'not-resident': { da: 'den unge bor her ikke', en: 'not resident here' },
  'no-capacity': { da: 'ingen kapacitet', en: 'no capacity' },
  'more-information-needed': { da: 'mangler oplysninger', en: 'more information needed' },

  'goals-met': { da: 'målene er nået', en: 'goals met' },
  'moved-away': { da: 'fraflyttet', en: 'moved away' },
  'turned-eighteen': { da: 'fyldt 18 år', en: 'turned eighteen' },
  'other-authority': { da: 'overtaget af anden myndighed', en: 'another authority took over' },
  'no-further-need': { da: 'ikke længere behov', en: 'no further need' },
  'new-concern': { da: 'ny bekymring', en: 'new concern' },
  relapse: { da: 'tilbagefald', en: 'relapse' },
  'moved-back': { da: 'flyttet tilbage', en: 'moved back' },
  'closed-too-early': { da: 'lukket for tidligt', en: 'closed too early' },
};
