import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import {
  unitProgramme,
  unitDefinition,
  AssignTo,
  MergeInto,
  TakeBack,
} from '@sikkerby/case-kit/edge';
import { leisureJobFacts, leisureJobMeasures } from './leisure-job.facts.js';
import {
  AnnulMatch,
  CorrectMatch,
  EndJob,
  MakeMatch,
  ProposeJob,
  RecordSeeker,
  ReopenJob,
} from './leisure-job.requests.js';
import { leisureJob, type Match } from './leisure-job.js';

const waiting: readonly string[] = ['proposed', 'matched'];

const matches = unitDefinition({
  decider: leisureJob,
  path: 'matches',
  roles: { work: ['leisure-consultant'], read: [] },
  begin: {
    act: 'record-seeker',
    request: RecordSeeker,
    summary: 'Record that a young person seeks a leisure job',
    description: 'Counts in no figure: a person counts from the match on.',
  },
  acts: {
    propose: { request: ProposeJob, summary: 'Propose a job; a new proposal replaces the last' },
    match: { request: MakeMatch, summary: 'Make the match: the day on which it counts' },
    start: { request: Dated, summary: 'Start in the job: its first day' },
    end: { request: EndJob, summary: 'End the job: its last day' },
    reopen: { request: ReopenJob, summary: 'Go on in the same job after it ended' },
    annul: { request: AnnulMatch, summary: 'Say that nothing came of it' },
    assign: { request: AssignTo, summary: 'Say who works on it' },
    correct: { request: CorrectMatch, summary: 'Correct what was recorded' },
    void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
    'merge-into': { request: MergeInto, summary: 'Merge a duplicate into the one that stays' },
    unmerge: { request: Dated, summary: 'Take back a merge' },
  },
  row: ({ status, district, subject, assignedTo, beganOn, dueOn, trade, wishes }: Match) => ({
    ...{ status, district, subject, beganOn, codes: trade ? { trade } : { wishes } },
    open: !['ended', 'annulled'].includes(status),
    assignedTo: assignedTo ?? null,
    dueOn: waiting.includes(status) ? (dueOn ?? null) : null,
  }),
  lists: {
    seeking: { statuses: ['seeking'], summary: 'Who seeks a job and has no proposal yet?' },
    'to-answer': {
      statuses: ['proposed'],
      dueWithin: { to: 7 },
      summary: 'Which employers are to answer within a week, or should have?',
    },
    'to-start': {
      statuses: ['matched'],
      dueWithin: { to: 14 },
      summary: 'Who is to start in their job within 14 days, or should have?',
    },
  },
  words: {
    unit: { da: 'Matchet', en: 'The match' },
    events: {
      'leisure-job.seeker-recorded.v1': {
        da: 'En ung i {district} søger fritidsjob: {wishes}.',
        en: 'A young person in {district} seeks a leisure job: {wishes}.',
      },
      'leisure-job.match-proposed.v1': {
        da: 'Et job ({trade}) hos {employer} blev foreslået, med svar senest {answerBy}.',
        en: 'A job ({trade}) at {employer} was proposed, to be answered by {answerBy}.',
      },
      'leisure-job.match-made.v1': {
        da: 'Den unge blev matchet med jobbet, som begynder {startsOn}.',
        en: 'The young person was matched with the job, which starts on {startsOn}.',
      },
      'leisure-job.match-started.v1': { da: 'Jobbet begyndte.', en: 'The job started.' },
      'leisure-job.match-ended.v1': {
        da: 'Jobbet hørte op: {reason}.',
        en: 'The job ended: {reason}.',
      },
      'leisure-job.match-annulled.v1': {
        da: 'Der kom ikke noget ud af det: {reason}.',
        en: 'Nothing came of it: {reason}.',
      },
    },
    codes: {
      shop: { da: 'butik', en: 'shop' },
      kitchen: { da: 'køkken', en: 'kitchen' },
      cleaning: { da: 'rengøring', en: 'cleaning' },
      delivery: { da: 'udbringning', en: 'delivery' },
      office: { da: 'kontor', en: 'office' },
      outdoor: { da: 'udendørs', en: 'outdoor' },
      'season-over': { da: 'sæsonen er slut', en: 'the season is over' },
      resigned: { da: 'sagde op', en: 'resigned' },
      dismissed: { da: 'blev sagt op', en: 'dismissed' },
      moved: { da: 'fraflyttet', en: 'moved' },
      'too-old': { da: 'for gammel til ordningen', en: 'too old for the scheme' },
      'employer-withdrew': { da: 'arbejdsgiveren sprang fra', en: 'the employer withdrew' },
      'no-longer-seeking': { da: 'søger ikke længere', en: 'no longer seeking' },
      'no-consent': { da: 'intet samtykke fra forældre', en: 'no consent from the parents' },
      'new-season': { da: 'ny sæson', en: 'a new season' },
      'ended-too-early': { da: 'afsluttet for tidligt', en: 'ended too early' },
      employer: { da: 'arbejdsgiveren', en: 'the employer' },
      trade: { da: 'branchen', en: 'the trade' },
      matchedOn: { da: 'dagen for matchet', en: 'the day of the match' },
      districtAtMatch: { da: 'bydelen ved matchet', en: 'the district at the match' },
      ageAtMatch: { da: 'alderen ved matchet', en: 'the age at the match' },
    },
  },
});

/** Young people and leisure jobs (fritidsjob). */
export const leisureJobProgramme = unitProgramme({
  name: 'leisure-job',
  persons: true,
  access: 'ordinary',
  policies: policiesBeside(import.meta.url, 'leisure-job'),
  title: { da: 'Fritidsjob', en: 'Leisure jobs' },
  listsVersion: 1,
  units: [matches],
  facts: leisureJobFacts,
  measures: leisureJobMeasures,
});
