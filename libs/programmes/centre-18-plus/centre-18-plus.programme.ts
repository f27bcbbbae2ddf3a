import { policiesBeside } from '@sikkerby/access';
import { idOf, type Intent } from '@sikkerby/commands';
import { Dated } from '@sikkerby/http';
import { centres } from '@sikkerby/reference';
import { TakeBack, unitDefinition, unitProgramme } from '@sikkerby/case-kit/edge';
import { type Dictionary } from '@sikkerby/case-kit';
import { visitRegister, type VisitRegister } from './centre-18-plus.js';
import { centre18PlusFacts, centre18PlusMeasures } from './centre-18-plus.facts.js';
import {
  CorrectHeadCount,
  CorrectVisit,
  CountHeads,
  RecordVisit,
  ReinstateVisit,
  VoidVisit,
} from './centre-18-plus.requests.js';
import { headCount, type HeadCount } from './head-count.js';

const roles = { work: ['centre-worker'], read: [] } as const;

const centreNames: Dictionary['codes'] = Object.fromEntries(
  Object.entries(centres).map(([code, { name }]) => [code, { da: name, en: name }]),
);

const registers = unitDefinition({
  decider: visitRegister,
  path: 'registers',
  roles,
  begin: {
    act: 'record-visit',
    request: RecordVisit,
    summary: 'Record that somebody visited a centre',
    description:
      'The visits of a person to a centre in a year are one register, which begins with the first and goes on with the others: no If-Match. A visit of a day that is recorded already gives nothing new.',
    idOf: ({ subject, centre, occurredOn }: RecordVisit, { today }: Intent) =>
      idOf(['centre-18-plus', subject, centre, (occurredOn ?? today).slice(0, 4)]),
  },
  acts: {
    'correct-visit': { request: CorrectVisit, summary: 'Correct a visit, by its day' },
    'void-visit': { request: VoidVisit, summary: 'Take a visit out: it was registered in error' },
    'reinstate-visit': { request: ReinstateVisit, summary: 'Take back the void of a visit' },
    void: { request: TakeBack, summary: 'Take the whole register out' },
    reinstate: { request: Dated, summary: 'Take back a void of the register' },
  },
  row: ({ status, district, subject, beganOn, centre, visits }: VisitRegister) => {
    const last = visits.findLast(({ isVoid }) => !isVoid);
    return {
      ...{ status, district, subject, beganOn, open: true, assignedTo: null, dueOn: null },
      ...{ codes: { centre }, ...(last && { lastOn: last.on }) },
    };
  },
  lists: {
    today: { statuses: [], daysAgo: 0, summary: 'Who has visited a centre today?' },
  },
  words: {
    unit: { da: 'Besøgslisten', en: 'The register' },
    events: {
      'centre-18-plus.visit-recorded.v1': {
        da: 'Et besøg på {centre}; bor i København: {resident}.',
        en: 'A visit to {centre}; lives in Copenhagen: {resident}.',
      },
      'centre-18-plus.visit-corrected.v1': {
        da: 'Besøget den {visitedOn}: {field} blev rettet til {value} ({reason}).',
        en: 'The visit of {visitedOn}: {field} was corrected to {value} ({reason}).',
      },
      'centre-18-plus.visit-voided.v1': {
        da: 'Besøget den {visitedOn} blev annulleret: {reason}.',
        en: 'The visit of {visitedOn} was voided: {reason}.',
      },
      'centre-18-plus.visit-reinstated.v1': {
        da: 'Besøget den {visitedOn} gælder igen.',
        en: 'The visit of {visitedOn} was reinstated.',
      },
    },
    codes: {
      ...centreNames,
      on: { da: 'dagen', en: 'the day' },
      age: { da: 'alderen', en: 'the age' },
      resident: { da: 'bopælen', en: 'the residence' },
    },
  },
});

const headCounts = unitDefinition({
  decider: headCount,
  path: 'head-counts',
  roles,
  begin: {
    act: 'count-heads',
    request: CountHeads,
    summary: 'Record how many came who are not registered',
  },
  acts: {
    correct: { request: CorrectHeadCount, summary: 'Correct how many came' },
    void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
  },
  row: ({ status, district, beganOn, centre }: HeadCount) => ({
    ...{ status, district, beganOn, lastOn: beganOn, open: true },
    ...{ subject: null, assignedTo: null, dueOn: null, codes: { centre } },
  }),
  lists: {
    today: { statuses: [], daysAgo: 0, summary: 'Which head-counts are of today?' },
  },
  words: {
    unit: { da: 'Optællingen', en: 'The head-count' },
    events: {
      'centre-18-plus.head-count-recorded.v1': {
        da: '{visitors} besøgte {centre} uden at være registreret.',
        en: '{visitors} visited {centre} without being registered.',
      },
    },
    codes: { ...centreNames, visitors: { da: 'antallet', en: 'the number' } },
  },
});

/** The five centres for young adults on the way out of crime. */
export const centre18PlusProgramme = unitProgramme({
  name: 'centre-18-plus',
  persons: true,
  access: 'protected',
  policies: policiesBeside(import.meta.url, 'centre-18-plus'),
  title: { da: '18+ centre', en: '18+ centres' },
  listsVersion: 1,
  units: [registers, headCounts],
  facts: centre18PlusFacts,
  measures: centre18PlusMeasures,
});
