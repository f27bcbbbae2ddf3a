import { repaired, then, type Story } from '../story.js';

export const safetyLift: readonly Story[] = [
  {
    ...{ programme: 'safety-lift', path: 'lifts', role: 'safety-lift-manager' },
    begin: {
      on: '2017-03-01',
      body: { kind: 'lift', place: 'mimersparken', district: 'noerrebro' },
    },
    acts: [
      then('2017-03-02', 'annul'),
      then('2017-03-03', 'void', { reason: 'test' }),
      then('2017-03-03', 'reinstate'),
    ],
  },
  {
    ...{ programme: 'safety-lift', path: 'lifts', role: 'safety-lift-manager' },
    begin: {
      on: '2017-03-01',
      body: { kind: 'lift', place: 'folehaven-torv', district: 'valby' },
    },
    acts: [
      then('2017-06-01', 'complete', { measures: ['lighting', 'seating'] }),
      ...repaired('2017-06-02', 'completedOn', '2017-05-31'),
    ],
  },
];
