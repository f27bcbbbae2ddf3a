import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import {
  unitProgramme,
  unitDefinition,
  AssignTo,
  MergeInto,
  TakeBack,
} from '@sikkerby/case-kit/edge';
import { exitProgrammeFacts, exitProgrammeMeasures } from './exit-programme.facts.js';
import {
  AdoptExitPlan,
  AssessRisk,
  CorrectEnrolment,
  EndProgramme,
  Enrol,
  OfferProgramme,
  RecordEnquiry,
  ReopenProgramme,
  SuspendProgramme,
} from './exit-programme.requests.js';
import { exitProgramme, type Enrolment } from './exit-programme.js';

const over: readonly string[] = ['completed', 'ended'];

const enrolments = unitDefinition({
  decider: exitProgramme,
  path: 'enrolments',
  roles: { work: ['exit-caseworker'], read: [] },
  begin: {
    act: 'record-enquiry',
    request: RecordEnquiry,
    summary: 'Record that somebody asks for help to leave a gang',
    description: 'Counts in no figure: a person counts from the enrolment on.',
  },
  acts: {
    offer: { request: OfferProgramme, summary: 'Offer a programme' },
    agree: { request: Dated, summary: 'Record the agreement, and the consent with it' },
    enrol: { request: Enrol, summary: 'Enrol: the first day in the programme' },
    'assess-risk': { request: AssessRisk, summary: 'Assess the risk' },
    'adopt-plan': { request: AdoptExitPlan, summary: 'Adopt a plan, with the day of its review' },
    suspend: { request: SuspendProgramme, summary: 'Suspend the programme' },
    resume: { request: Dated, summary: 'Resume a suspended programme' },
    complete: { request: Dated, summary: 'Complete the programme: its last day' },
    end: { request: EndProgramme, summary: 'End the programme before its time: its last day' },
    reopen: { request: ReopenProgramme, summary: 'Go on with a programme that was over' },
    assign: { request: AssignTo, summary: 'Say who works on it' },
    correct: { request: CorrectEnrolment, summary: 'Correct what was recorded' },
    void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
    'merge-into': { request: MergeInto, summary: 'Merge a duplicate into the one that stays' },
    unmerge: { request: Dated, summary: 'Take back a merge' },
  },
  row: ({ status, district, subject, assignedTo, beganOn, reviewOn, track, risk }: Enrolment) => ({
    ...{ status, district, subject, beganOn, open: !over.includes(status) },
    assignedTo: assignedTo ?? null,
    dueOn: reviewOn ?? null,
    codes: { ...(track && { track }), ...(risk && { risk }) },
  }),
  lists: {
    'plans-to-review': {
      statuses: ['enrolled', 'suspended'],
      dueWithin: { to: 14 },
      summary: 'Whose plan is to be reviewed within 14 days, or is overdue?',
    },
  },
  words: {
    unit: { da: 'Exitforløbet', en: 'The enrolment' },
    events: {
      'exit-programme.enquiry-recorded.v1': {
        da: 'En henvendelse om exit blev registreret i {district}.',
        en: 'An enquiry about exit was recorded in {district}.',
      },
      'exit-programme.enrolment-offered.v1': {
        da: 'Der blev tilbudt et forløb: {track}.',
        en: 'A programme was offered: {track}.',
      },
      'exit-programme.enrolment-agreed.v1': {
        da: 'Der blev indgået en aftale, og samtykke blev givet.',
        en: 'An agreement was made, and consent given.',
      },
      'exit-programme.enrolment-begun.v1': {
        da: 'Forløbet begyndte: {track}.',
        en: 'The programme began: {track}.',
      },
      'exit-programme.enrolment-risk-assessed.v1': {
        da: 'Risikoen blev vurderet: {risk}.',
        en: 'The risk was assessed: {risk}.',
      },
      'exit-programme.enrolment-plan-adopted.v1': {
        da: 'En plan blev lagt for {areas}; den ses efter den {reviewOn}.',
        en: 'A plan was adopted for {areas}, to be reviewed on {reviewOn}.',
      },
      'exit-programme.enrolment-suspended.v1': {
        da: 'Forløbet blev sat i bero: {reason}.',
        en: 'The programme was suspended: {reason}.',
      },
      'exit-programme.enrolment-resumed.v1': {
        da: 'Forløbet blev genoptaget.',
        en: 'The programme was resumed.',
      },
      'exit-programme.enrolment-completed.v1': {
        da: 'Forløbet blev gennemført.',
        en: 'The programme was completed.',
      },
      'exit-programme.enrolment-ended.v1': {
        da: 'Forløbet blev afbrudt: {reason}.',
        en: 'The programme ended before its time: {reason}.',
      },
    },
    codes: {
      'own-programme': { da: 'kommunens eget program', en: 'the city’s own programme' },
      'framework-model': { da: 'Rammemodellen for Exit', en: 'the exit framework model' },
      low: { da: 'lav', en: 'low' },
      raised: { da: 'forhøjet', en: 'raised' },
      high: { da: 'høj', en: 'high' },
      housing: { da: 'bolig', en: 'housing' },
      job: { da: 'arbejde', en: 'a job' },
      education: { da: 'uddannelse', en: 'education' },
      debt: { da: 'gæld', en: 'debt' },
      treatment: { da: 'behandling', en: 'treatment' },
      security: { da: 'sikkerhed', en: 'security' },
      imprisoned: { da: 'fængslet', en: 'imprisoned' },
      'not-reached': { da: 'kunne ikke nås', en: 'not reached' },
      'own-wish': { da: 'eget ønske', en: 'own wish' },
      withdrew: { da: 'trak sig', en: 'withdrew' },
      excluded: { da: 'udelukket', en: 'excluded' },
      moved: { da: 'fraflyttet', en: 'moved' },
      deceased: { da: 'afgået ved døden', en: 'deceased' },
      relapse: { da: 'tilbagefald', en: 'relapse' },
      'new-wish': { da: 'nyt ønske', en: 'a new wish' },
      released: { da: 'løsladt', en: 'released' },
      'closed-too-early': { da: 'lukket for tidligt', en: 'closed too early' },
      track: { da: 'sporet', en: 'the track' },
      resident: { da: 'bopælen', en: 'the residence' },
    },
  },
});

/** Help to leave a gang: the city's own programme and the national framework model for exit. */
export const exitProgrammeProgramme = unitProgramme({
  name: 'exit-programme',
  persons: true,
  aboutPersons: { voluntary: true },
  access: 'closed',
  policies: policiesBeside(import.meta.url, 'exit-programme'),
  title: { da: 'Bandeexit', en: 'Gang exit programme' },
  listsVersion: 1,
  units: [enrolments],
  facts: exitProgrammeFacts,
  measures: exitProgrammeMeasures,
});
