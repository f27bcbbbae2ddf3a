import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import { unitProgramme, unitDefinition, TakeBack } from '@sikkerby/case-kit/edge';
import { feriecampFacts, feriecampMeasures } from './feriecamp.facts.js';
import { CancelCamp, CorrectCamp, PlanCamp } from './feriecamp.requests.js';
import { feriecamp, type Camp } from './feriecamp.js';

const camps = unitDefinition({
  decider: feriecamp,
  path: 'camps',
  roles: { work: ['camp-organiser'], read: ['partnership-coordinator'] },
  begin: { act: 'plan', request: PlanCamp, summary: 'Plan a camp, with its dates' },
  acts: {
    'hold-day': { request: Dated, summary: 'Say that the camp was held on that day' },
    cancel: { request: CancelCamp, summary: 'Cancel a camp that was not held' },
    correct: { request: CorrectCamp, summary: 'Correct what was recorded, such as the days held' },
    void: { request: TakeBack, summary: 'Take the camp out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
  },
  row: ({ status, beganOn, district, kind, holiday, area, firstDay }: Camp) => ({
    ...{ status, beganOn, district: district ?? null, open: status === 'planned' },
    ...{ subject: null, assignedTo: null, dueOn: status === 'planned' ? firstDay : null },
    codes: { kind, holiday, ...(area !== undefined && { area }) },
  }),
  lists: {
    coming: {
      statuses: ['planned'],
      dueWithin: { to: 60 },
      summary: 'Which camps begin within 60 days, or should have?',
    },
  },
  words: {
    unit: { da: 'Campen', en: 'The camp' },
    events: {
      'feriecamp.camp-planned.v1': {
        da: 'En camp i {holiday} blev planlagt fra {firstDay} til {lastDay} ({kind} {area}).',
        en: 'A camp in {holiday} was planned from {firstDay} to {lastDay} ({kind} {area}).',
      },
      'feriecamp.camp-day-held.v1': {
        da: 'Campen blev holdt på dagen.',
        en: 'The camp was held on the day.',
      },
      'feriecamp.camp-cancelled.v1': {
        da: 'Campen blev aflyst: {reason}.',
        en: 'The camp was cancelled: {reason}.',
      },
    },
    codes: {
      'city-wide': { da: 'for hele byen', en: 'city-wide' },
      winter: { da: 'vinterferien', en: 'the winter holiday' },
      easter: { da: 'påskeferien', en: 'the Easter holiday' },
      summer: { da: 'sommerferien', en: 'the summer holiday' },
      autumn: { da: 'efterårsferien', en: 'the autumn holiday' },
      christmas: { da: 'juleferien', en: 'the Christmas holiday' },
      'no-staff': { da: 'ingen medarbejdere', en: 'no staff' },
      'no-place': { da: 'intet sted', en: 'no place' },
      unrest: { da: 'uro', en: 'unrest' },
      weather: { da: 'vejret', en: 'the weather' },
      holiday: { da: 'ferien', en: 'the holiday' },
      firstDay: { da: 'den første dag', en: 'the first day' },
      lastDay: { da: 'den sidste dag', en: 'the last day' },
      area: { da: 'boligområdet', en: 'the housing area' },
      heldOn: { da: 'dagene', en: 'the days on which it was held' },
    },
  },
});

/** Camps in the school holidays, in vulnerable housing areas (FerieCamp). Nobody registers. */
export const feriecampProgramme = unitProgramme({
  name: 'feriecamp',
  persons: false,
  access: 'open',
  policies: policiesBeside(import.meta.url, 'feriecamp'),
  title: { da: 'FerieCamp', en: 'Holiday camps' },
  listsVersion: 1,
  units: [camps],
  facts: feriecampFacts,
  measures: feriecampMeasures,
});
