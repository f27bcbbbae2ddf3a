import type { DomainEvent } from '@sikkerby/kernel';
import type { ConcernReportEvent } from '../concern-report/concern-report.js';
import type { CaseCorrected } from '../correction/correction.js';
import { inWords, type Language } from '@sikkerby/case-kit';
import { vocabulary } from '../vocabulary.js';
import type { CaseEvent } from '../youth-concern.js';

type In<Event> = (event: Event) => string;
type Sentences<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: Readonly<Record<Language, In<Extract<Event, { type: Type }>>>>;
};

/** Everything that has a sentence. */
export type YouthConcernEvent = CaseEvent | ConcernReportEvent;

/** Tells events in a language. */
export function say(language: Language) {
  return (event: DomainEvent) => sentence(event as YouthConcernEvent, language);
}

/** What happened to a case or a report as a sentence. Holds no personal data: texts are shown beside it. */
export function sentence(event: YouthConcernEvent, language: Language): string {
  const say = sentences[event.type][language] as In<YouthConcernEvent>;
  return say(event);
}

/** The same for the young person, to whom no employee is named. */
export function sentenceForTheSubject(event: YouthConcernEvent, language: Language): string {
  if (event.type !== 'youth-concern.case-assigned.v1') return sentence(event, language);
  const caseworker = language === 'da' ? 'en medarbejder' : 'an employee';
  return sentence({ ...event, data: { ...event.data, caseworker } }, language);
}

const da = (value: unknown) => inWords(vocabulary, value, 'da');
const en = (value: unknown) => inWords(vocabulary, value, 'en');

const sentences: Sentences<YouthConcernEvent> = {
  'youth-concern.case-opened.v1': {
    da: ({ data }) =>
      `Sagen blev åbnet på niveau ${data.level} i ${da(data.district)}: ${da(data.concernTypes)}.`,
    en: ({ data }) =>
      `The case was opened at level ${data.level} in ${en(data.district)}: ${en(data.concernTypes)}.`,
  },
  'youth-concern.level-changed.v1': {
    da: ({ data }) => `Niveauet blev ændret til ${data.level}.`,
    en: ({ data }) => `The level was changed to ${data.level}.`,
  },
  'youth-concern.concern-types-changed.v1': {
    da: ({ data }) => `Bekymringen blev ændret til: ${da(data.concernTypes)}.`,
    en: ({ data }) => `The concern was changed to: ${en(data.concernTypes)}.`,
  },
  'youth-concern.case-assigned.v1': {
    da: ({ data }) => `Sagen blev tildelt ${data.caseworker} i ${data.team}.`,
    en: ({ data }) => `The case was assigned to ${data.caseworker} in ${data.team}.`,
  },
  'youth-concern.note-added.v1': {
    da: () => 'Et notat blev tilføjet.',
    en: () => 'A note was added.',
  },
  'youth-concern.plan-adopted.v1': {
    da: () => 'En handleplan blev lagt.',
    en: () => 'A plan was adopted.',
  },
  'youth-concern.action-added.v1': {
    da: ({ data }) =>
      `En handling blev aftalt: ${da(data.responsibleOrganisation)}, senest ${data.dueOn}.`,
    en: ({ data }) =>
      `An action was agreed: ${en(data.responsibleOrganisation)}, by ${data.dueOn}.`,
  },
  'youth-concern.action-due-day-moved.v1': {
    da: ({ data }) => `Fristen for en handling blev flyttet til ${data.dueOn}.`,
    en: ({ data }) => `The due day of an action was moved to ${data.dueOn}.`,
  },
  'youth-concern.action-completed.v1': {
    da: ({ data }) => `En handling blev afsluttet: ${da(data.outcome)}.`,
    en: ({ data }) => `An action was completed: ${en(data.outcome)}.`,
  },
  'youth-concern.action-cancelled.v1': {
    da: ({ data }) => `En handling blev opgivet: ${da(data.reason)}.`,
    en: ({ data }) => `An action was cancelled: ${en(data.reason)}.`,
  },
  'youth-concern.agenda-item-added.v1': {
    da: ({ data }) => `Sagen blev sat på dagsordenen hos ${da(data.forum)} ${data.meetingOn}.`,
    en: ({ data }) => `The case was put on the agenda of ${en(data.forum)} on ${data.meetingOn}.`,
  },
  'youth-concern.agenda-item-removed.v1': {
    da: () => 'Sagen blev taget af en dagsorden.',
    en: () => 'The case was taken off an agenda.',
  },
  'youth-concern.forum-decision-recorded.v1': {
    da: ({ data }) => `Sagen blev drøftet på et møde: ${da(data.decision)}.`,
    en: ({ data }) => `A meeting decided on the case: ${en(data.decision)}.`,
  },
  'youth-concern.case-referred.v1': {
    da: ({ data }) =>
      `${data.toOrganisation} fik adgang til og med ${data.until}: ${da(data.purpose)}.`,
    en: ({ data }) =>
      `${data.toOrganisation} was given access until ${data.until}: ${en(data.purpose)}.`,
  },
  'youth-concern.referral-ended.v1': {
    da: () => 'En henvisning ophørte, og adgangen med den.',
    en: () => 'A referral ended, and the access with it.',
  },
  'youth-concern.transfer-requested.v1': {
    da: ({ data }) => `${da(data.toDistrict)} blev bedt om at overtage sagen.`,
    en: ({ data }) => `${en(data.toDistrict)} was asked to take over the case.`,
  },
  'youth-concern.transfer-accepted.v1': {
    da: ({ data }) => `${da(data.toDistrict)} overtager sagen fra ${data.effectiveOn}.`,
    en: ({ data }) => `${en(data.toDistrict)} takes over the case from ${data.effectiveOn}.`,
  },
  'youth-concern.transfer-rejected.v1': {
    da: ({ data }) => `Overtagelsen blev afvist: ${da(data.reason)}.`,
    en: ({ data }) => `The transfer was rejected: ${en(data.reason)}.`,
  },
  'youth-concern.transfer-withdrawn.v1': {
    da: () => 'Ønsket om overtagelse blev trukket tilbage.',
    en: () => 'The request for a transfer was withdrawn.',
  },
  'youth-concern.closing-requested.v1': {
    da: ({ data }) => `En lukning blev indstillet til godkendelse: ${da(data.reason)}.`,
    en: ({ data }) => `A closing was put forward for approval: ${en(data.reason)}.`,
  },
  'youth-concern.closing-refused.v1': {
    da: () => 'Lukningen blev ikke godkendt.',
    en: () => 'The closing was not approved.',
  },
  'youth-concern.case-closed.v1': {
    da: ({ data }) => `Sagen blev lukket: ${da(data.reason)}.`,
    en: ({ data }) => `The case was closed: ${en(data.reason)}.`,
  },
  'youth-concern.case-reopened.v1': {
    da: ({ data }) => `Sagen blev genåbnet: ${da(data.reason)}.`,
    en: ({ data }) => `The case was reopened: ${en(data.reason)}.`,
  },
  'youth-concern.reopening-voided.v1': {
    da: ({ reason }) => `Genåbningen var en fejl og blev taget tilbage: ${da(reason)}.`,
    en: ({ reason }) => `The reopening was an error and was taken back: ${en(reason)}.`,
  },
  'youth-concern.eighteen-proposed.v1': {
    da: () => 'Den unge er fyldt 18: sagen skal lukkes eller flyttes til SSP+.',
    en: () => 'The young person is 18: the case is to be closed or moved to SSP+.',
  },
  'youth-concern.case-moved-to-ssp-plus.v1': {
    da: () => 'Sagen blev flyttet til SSP+.',
    en: () => 'The case was moved to SSP+.',
  },
  'youth-concern.case-corrected.v1': {
    da: ({ data, reason }) =>
      `${fields[data.field].da} blev rettet til ${right(data, 'da')} (${da(reason)}).`,
    en: ({ data, reason }) =>
      `${fields[data.field].en} was corrected to ${right(data, 'en')} (${en(reason)}).`,
  },
  'youth-concern.case-voided.v1': {
    da: ({ reason }) => `Sagen blev annulleret: ${da(reason)}.`,
    en: ({ reason }) => `The case was voided: ${en(reason)}.`,
  },
  'youth-concern.case-reinstated.v1': {
    da: () => 'Annulleringen blev taget tilbage.',
    en: () => 'The case was reinstated.',
  },
  'youth-concern.case-merged.v1': {
    da: () => 'Sagen blev lagt sammen med en anden sag om samme person.',
    en: () => 'The case was merged into another case about the same person.',
  },
  'youth-concern.case-unmerged.v1': {
    da: () => 'Sammenlægningen blev taget tilbage.',
    en: () => 'The merge was taken back.',
  },
  'youth-concern.concern-report-received.v1': {
    da: ({ data }) => `En bekymring kom fra ${da(data.source)}: ${da(data.concernTypes)}.`,
    en: ({ data }) => `A concern came from ${en(data.source)}: ${en(data.concernTypes)}.`,
  },
  'youth-concern.concern-report-screened.v1': {
    da: ({ data }) => `Bekymringen blev vurderet: ${da(data.outcome)}.`,
    en: ({ data }) => `The concern was screened: ${en(data.outcome)}.`,
  },
  'youth-concern.concern-report-voided.v1': {
    da: ({ reason }) => `Henvendelsen blev annulleret: ${da(reason)}.`,
    en: ({ reason }) => `The report was voided: ${en(reason)}.`,
  },
  'youth-concern.concern-report-reinstated.v1': {
    da: () => 'Annulleringen af henvendelsen blev taget tilbage.',
    en: () => 'The report was reinstated.',
  },
};

const fields: Readonly<Record<CaseCorrected['data']['field'], Readonly<Record<Language, string>>>> =
  {
    district: { da: 'Bydelen', en: 'The district' },
    level: { da: 'Niveauet', en: 'The level' },
    concernTypes: { da: 'Bekymringen', en: 'The concern' },
    gender: { da: 'Kønnet', en: 'The gender' },
    ageAtOpening: { da: 'Alderen ved åbningen', en: 'The age at the opening' },
    track: { da: 'Sporet', en: 'The track' },
    openedOn: { da: 'Åbningsdagen', en: 'The opening day' },
    reopenedOn: { da: 'Genåbningsdagen', en: 'The day of reopening' },
    closedOn: { da: 'Lukkedagen', en: 'The closing day' },
  };

function right(data: CaseCorrected['data'], language: Language): string {
  const words = inWords(vocabulary, data.value, language);
  if (!('from' in data)) return words;
  return language === 'da' ? `${words} fra ${data.from}` : `${words} from ${data.from}`;
}
