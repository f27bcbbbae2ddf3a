import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import {
  AssignTo,
  MergeInto,
  TakeBack,
  unitDefinition,
  unitProgramme,
} from '@sikkerby/case-kit/edge';
import { dueOn, enquiry, type Enquiry } from './enquiry.js';
import { infohusFacts, infohusMeasures } from './infohus.facts.js';
import * as requests from './infohus.requests.js';
import { enquiryWords, interventionWords } from './infohus.words.js';
import { intervention, type Intervention } from './intervention.js';

const work = ['infohus-member', 'infohus-coordinator'] as const;

const repaired = {
  assign: { request: AssignTo, summary: 'Say who works on it' },
  void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
  reinstate: { request: Dated, summary: 'Take back a void' },
  'merge-into': { request: MergeInto, summary: 'Merge a duplicate into the one that stays' },
  unmerge: { request: Dated, summary: 'Take back a merge' },
} as const;

const enquiries = unitDefinition({
  decider: enquiry,
  path: 'enquiries',
  roles: { work, read: ['police-liaison', 'auditor'] },
  begin: {
    act: 'receive',
    request: requests.ReceiveEnquiry,
    summary: 'Receive a concern about extremism',
    description: 'Counts as received on the day; as handled once it is assessed.',
  },
  acts: {
    'add-person': {
      request: requests.AddPerson,
      summary: 'Say that it is about somebody more',
    },
    clear: {
      request: requests.ClearEnquiry,
      summary: 'Record whether the police let it be handled',
      roles: [...work, 'police-liaison'],
    },
    'record-register-check': {
      request: requests.RecordRegisterCheck,
      summary: 'Record whether a party’s registers had a hit, and never what',
      roles: [...work, 'police-liaison'],
    },
    assess: { request: requests.AssessEnquiry, summary: 'Record what a meeting decided' },
    'hold-talk': { request: Dated, summary: 'Record that the talk was held' },
    'hand-over': {
      request: Dated,
      summary: 'Hand it over to the security authority',
      description: 'From then on it is closed to everybody but auditors, and nothing is undone.',
      roles: ['infohus-coordinator'],
    },
    close: { request: requests.CloseEnquiry, summary: 'Close it: its last day' },
    reopen: { request: requests.ReopenEnquiry, summary: 'Take it up again, to be cleared anew' },
    correct: { request: requests.CorrectEnquiry, summary: 'Correct what was recorded' },
    ...repaired,
  },
  row: (unit: Enquiry) => ({
    ...{ status: unit.status, district: unit.district ?? null, subject: unit.subject ?? null },
    ...{ assignedTo: unit.assignedTo ?? null, beganOn: unit.beganOn, dueOn: dueOn(unit) },
    open: unit.status !== 'closed' && unit.status !== 'handed-over',
    codes: { concern: unit.concern, source: unit.source, ...outcomeOf(unit) },
  }),
  lists: {
    'before-next-meeting': {
      statuses: ['received', 'cleared', 'assessed'],
      dueWithin: { to: 13 },
      summary: 'What is to be ready before the next meeting, or should have been at the last?',
    },
  },
  words: enquiryWords,
});

function outcomeOf({ clearance, outcome }: Enquiry) {
  return { ...(clearance && { clearance }), ...(outcome && { outcome }) };
}

const interventions = unitDefinition({
  decider: intervention,
  path: 'interventions',
  roles: { work, read: ['auditor'] },
  begin: {
    act: 'propose',
    request: requests.ProposeIntervention,
    summary: 'Propose an intervention for somebody whom an enquiry is about',
    looksAt: { enquiry },
  },
  acts: {
    'record-consent': { request: Dated, summary: 'Record that they consent' },
    'withdraw-consent': {
      request: Dated,
      summary: 'Record that they take their consent back, which ends the intervention',
    },
    start: { request: requests.StartIntervention, summary: 'Start: the first day that counts' },
    review: { request: requests.ReviewIntervention, summary: 'Review it, and say when again' },
    end: { request: requests.EndIntervention, summary: 'End it: its last day' },
    reopen: { request: requests.ReopenIntervention, summary: 'Go on with one that was over' },
    correct: { request: requests.CorrectIntervention, summary: 'Correct what was recorded' },
    ...repaired,
  },
  row: (unit: Intervention) => ({
    ...{ status: unit.status, district: unit.district, subject: unit.subject },
    ...{ assignedTo: unit.assignedTo ?? null, beganOn: unit.beganOn },
    dueOn: unit.status === 'under-way' ? (unit.reviewOn ?? null) : null,
    open: unit.status !== 'ended',
    codes: { intervention: unit.kind, party: unit.party },
  }),
  lists: {
    'to-review': {
      statuses: ['under-way'],
      dueWithin: { to: 14 },
      summary: 'Which interventions are to be reviewed within 14 days, or are overdue?',
    },
    'to-start': {
      statuses: ['proposed', 'agreed'],
      summary: 'Which interventions wait for consent, or to begin?',
    },
  },
  words: interventionWords,
});

/** Infohus København: concerns about extremism, and the help that some of them lead to. */
export const infohusProgramme = unitProgramme({
  name: 'infohus',
  persons: true,
  // What an enquiry about nobody was told of is sealed under its own id.
  alsoAbout: {
    eventType: 'infohus.enquiry-person-added.v1',
    streams: ({ stream }) => [stream],
  },
  aboutPersons: { voluntary: true },
  access: 'closed',
  policies: policiesBeside(import.meta.url, 'infohus'),
  title: { da: 'Infohus København', en: 'Infohus Copenhagen' },
  listsVersion: 1,
  units: [enquiries, interventions],
  facts: infohusFacts,
  measures: infohusMeasures,
});
