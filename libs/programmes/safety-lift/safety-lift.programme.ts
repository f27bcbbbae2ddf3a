import { policiesBeside } from '@sikkerby/access';
import { TakeBack, unitProgramme, unitDefinition } from '@sikkerby/case-kit/edge';
import { Dated } from '@sikkerby/http';
import { safetyLiftFacts, safetyLiftMeasures } from './safety-lift.facts.js';
import { CompleteLift, CorrectLift, ProposeLift } from './safety-lift.requests.js';
import { safetyLift, type Lift } from './safety-lift.js';

const lifts = unitDefinition({
  decider: safetyLift,
  path: 'lifts',
  roles: { work: ['safety-lift-manager'], read: ['partnership-coordinator'] },
  begin: { act: 'propose', request: ProposeLift, summary: 'Propose a lift at a place' },
  acts: {
    complete: { request: CompleteLift, summary: 'Say that the work is done, and what was done' },
    annul: { request: Dated, summary: 'Give a proposal up' },
    correct: { request: CorrectLift, summary: 'Correct what was recorded of the lift' },
    void: { request: TakeBack, summary: 'Take the lift out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
  },
  row: ({ status, district, beganOn, kind, place }: Lift) => ({
    ...{ status, district, beganOn, open: status === 'proposed' },
    ...{ subject: null, assignedTo: null, dueOn: null, codes: { kind, place } },
  }),
  lists: {
    proposed: {
      statuses: ['proposed'],
      summary: 'Lifts that were proposed and not carried out yet',
    },
  },
  words: {
    unit: { da: 'Løftet', en: 'The lift' },
    events: {
      'safety-lift.lift-proposed.v1': {
        da: '{kind} ved {place} i {district} blev foreslået.',
        en: '{kind} at {place} in {district} was proposed.',
      },
      'safety-lift.lift-completed.v1': {
        da: 'Løftet blev gennemført: {measures}.',
        en: 'The lift was completed: {measures}.',
      },
      'safety-lift.lift-annulled.v1': {
        da: 'Løftet blev opgivet.',
        en: 'The lift was given up.',
      },
    },
    codes: {
      lift: { da: 'Et tryghedsløft', en: 'A safety lift' },
      'safe-space-project': { da: 'Et trygt byrum', en: 'A safe-space project' },
      lighting: { da: 'belysning', en: 'lighting' },
      'speed-bumps': { da: 'vejbump', en: 'speed bumps' },
      'cutting-back-greenery': { da: 'beskæring', en: 'cutting back greenery' },
      'clearing-up': { da: 'oprydning', en: 'clearing up' },
      seating: { da: 'bænke', en: 'seating' },
      crossing: { da: 'fodgængerfelt', en: 'a crossing' },
      kind: { da: 'arten', en: 'the kind' },
      place: { da: 'stedet', en: 'the place' },
      measures: { da: 'tiltagene', en: 'the measures' },
      completedOn: { da: 'dagen for gennemførelsen', en: 'the day of completion' },
    },
  },
});

/** Places that are made safer: lighting, speed bumps, greenery (tryghedsløft, trygge byrum). */
export const safetyLiftProgramme = unitProgramme({
  name: 'safety-lift',
  persons: false,
  access: 'open',
  policies: policiesBeside(import.meta.url, 'safety-lift'),
  title: { da: 'Tryghedsløft', en: 'Safety lifts' },
  listsVersion: 1,
  units: [lifts],
  facts: safetyLiftFacts,
  measures: safetyLiftMeasures,
});
