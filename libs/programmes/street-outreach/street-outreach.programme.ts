import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import { unitProgramme, unitDefinition, TakeBack } from '@sikkerby/case-kit/edge';
import { type Dictionary } from '@sikkerby/case-kit';
import { outreachShift, type Shift } from './shift.js';
import { streetOutreachFacts, streetOutreachMeasures } from './street-outreach.facts.js';
import {
  AssignWorker,
  CorrectAssignment,
  CorrectShift,
  EndAssignment,
  RecordShift,
  ReopenAssignment,
} from './street-outreach.requests.js';
import { streetOutreach, type Assignment } from './street-outreach.js';

const programme = 'street-outreach';
const roles = { work: ['outreach-lead'], read: [] } as const;
const codes: Dictionary['codes'] = {
  municipal: { da: 'kommunal', en: 'municipal' },
  partner: { da: 'fra en partner', en: 'of a partner' },
  'other-work': { da: 'andet arbejde', en: 'other work' },
  left: { da: 'fratrådt', en: 'left' },
  leave: { da: 'orlov', en: 'on leave' },
  back: { da: 'tilbage igen', en: 'back again' },
  'ended-too-early': { da: 'afsluttet for tidligt', en: 'ended too early' },
  day: { da: 'dagen', en: 'the day' },
  evening: { da: 'aftenen', en: 'the evening' },
  night: { da: 'natten', en: 'the night' },
  employee: { da: 'medarbejderen', en: 'the employee' },
  employer: { da: 'arbejdsgiveren', en: 'the employer' },
  time: { da: 'tidspunktet', en: 'the time of day' },
  contacts: { da: 'antallet af kontakter', en: 'the number of contacts' },
  toClub: { da: 'antallet til klub', en: 'the number to a club' },
  toAssociation: { da: 'antallet til forening', en: 'the number to an association' },
  toLeisureJob: { da: 'antallet til fritidsjob', en: 'the number to a leisure job' },
};

const assignments = unitDefinition({
  decider: streetOutreach,
  path: 'assignments',
  roles,
  begin: {
    act: 'assign-worker',
    request: AssignWorker,
    summary: 'Assign a worker to outreach on the street',
    description: 'Counts in no figure: a worker counts from their first shift on.',
  },
  acts: {
    end: { request: EndAssignment, summary: 'End the assignment: its last day' },
    reopen: { request: ReopenAssignment, summary: 'Go on with an assignment that ended' },
    correct: {
      request: CorrectAssignment,
      summary: 'Correct what was recorded; shifts keep what they were recorded with',
    },
    void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
  },
  row: ({ status, beganOn, employee, employer }: Assignment) => ({
    ...{ status, beganOn, open: status === 'at-work', codes: { employee, employer } },
    ...{ district: null, subject: null, assignedTo: null, dueOn: null },
  }),
  lists: { 'at-work': { statuses: ['at-work'], summary: 'Who is assigned to outreach?' } },
  words: {
    unit: { da: 'Tilknytningen', en: 'The assignment' },
    events: {
      'street-outreach.assignment-begun.v1': {
        da: '{employee} ({employer}) blev tilknyttet gadeplansarbejdet.',
        en: '{employee} ({employer}) was assigned to outreach on the street.',
      },
      'street-outreach.assignment-ended.v1': {
        da: 'Tilknytningen hørte op: {reason}.',
        en: 'The assignment ended: {reason}.',
      },
    },
    codes,
  },
});

const shifts = unitDefinition({
  decider: outreachShift,
  path: 'shifts',
  roles,
  begin: {
    act: 'record-shift',
    request: RecordShift,
    summary: 'Record a shift on the street: the day on which the worker counts',
    looksAt: { assignment: streetOutreach },
  },
  acts: {
    correct: { request: CorrectShift, summary: 'Correct what was recorded of the shift' },
    void: { request: TakeBack, summary: 'Take the shift out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
  },
  row: ({ status, beganOn, district, employee, employer, time }: Shift) => ({
    ...{ status, beganOn, district, open: false, codes: { employee, employer, time } },
    ...{ subject: null, assignedTo: null, dueOn: null },
  }),
  lists: {},
  words: {
    unit: { da: 'Vagten', en: 'The shift' },
    events: {
      'street-outreach.shift-held.v1': {
        da: '{employee} var på gaden om {time} i {district}: {contacts} kontakter; til klub {toClub}, til forening {toAssociation}, til fritidsjob {toLeisureJob}.',
        en: '{employee} was on the street ({time}) in {district}: {contacts} contacts; to a club {toClub}, to an association {toAssociation}, to a leisure job {toLeisureJob}.',
      },
    },
    codes,
  },
});

/** Outreach on the street by the city’s own team and its partners (Københavnerteamet, gadeplansarbejde). */
export const streetOutreachProgramme = unitProgramme({
  name: programme,
  persons: false,
  access: 'ordinary',
  policies: policiesBeside(import.meta.url, programme),
  title: { da: 'Opsøgende gadeplansarbejde', en: 'Outreach on the street' },
  listsVersion: 1,
  units: [assignments, shifts],
  facts: streetOutreachFacts,
  measures: streetOutreachMeasures,
});
