import { mergedAndUnmerged, person, repaired, then, type Story } from './story.js';

/** One for each kind of unit; a kind without one fails the test. */
export const stories: readonly Story[] = [
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
  {
    ...{ programme: 'exit-programme', path: 'enrolments', role: 'exit-caseworker' },
    begin: {
      on: '2017-01-10',
      body: { subject: person(), district: 'noerrebro', description: 'Opdigtet' },
    },
    acts: [
      then('2017-01-11', 'assign', { caseworker: 'demo-exit-caseworker' }),
      then('2017-01-12', 'offer', { track: 'own-programme' }),
      then('2017-01-13', 'agree'),
      then('2017-01-16', 'enrol', { subject: person(), resident: true }),
      then('2017-01-17', 'assess-risk', { risk: 'raised', text: 'Opdigtet' }, { another: true }),
      then(
        '2017-01-18',
        'adopt-plan',
        { areas: ['job', 'housing'], reviewOn: '2017-04-01', text: 'Opdigtet' },
        { another: true },
      ),
      then('2017-02-01', 'suspend', { reason: 'imprisoned' }),
      then('2017-02-10', 'resume'),
      then('2017-05-31', 'complete'),
      then('2017-09-01', 'reopen', { reason: 'relapse' }),
      then('2017-10-01', 'end', { reason: 'moved' }),
      ...repaired('2017-10-02', 'closedOn', '2017-09-30'),
      ...mergedAndUnmerged('2017-10-03'),
    ],
  },
  {
    ...{ programme: 'financial-review', path: 'reviews', role: 'benefit-control-officer' },
    begin: {
      on: '2017-02-01',
      body: {
        ...{ subject: person(), district: 'bispebjerg', nominatedBy: 'police' },
        ...{ legalBasis: 'retssikkerhedsloven-11', grounds: 'Opdigtet' },
      },
    },
    acts: [
      then('2017-02-02', 'assign', { caseworker: 'demo-benefit-control-officer' }),
      then('2017-02-03', 'start'),
      then('2017-03-01', 'complete', { outcome: 'repayment' }),
      ...repaired('2017-03-02', 'outcome', 'no-finding'),
      ...mergedAndUnmerged('2017-03-03'),
    ],
  },
  {
    ...{ programme: 'financial-review', path: 'reviews', role: 'benefit-control-officer' },
    begin: {
      on: '2017-02-01',
      body: {
        ...{ subject: person(2), district: 'valby', nominatedBy: 'municipality' },
        ...{ legalBasis: 'retssikkerhedsloven-12', grounds: 'Opdigtet' },
      },
    },
    acts: [then('2017-02-03', 'cancel', { reason: 'no-basis' })],
  },
];
