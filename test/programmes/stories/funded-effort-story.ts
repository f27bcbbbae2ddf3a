import { then, type Story } from '../story.js';

export const fundedEffort: readonly Story[] = [
  {
    ...{ programme: 'funded-effort', path: 'efforts', role: 'analyst', reader: 'auditor' },
    begin: {
      on: '2018-03-01',
      body: { effort: 'gadeplan', organisation: 'social-services', principles: ['gangs'] },
    },
    acts: [
      then('2018-04-01', 'change-principles', {
        principles: ['local-areas', 'children-and-youth', 'gangs'],
      }),
      then('2019-02-01', 'follow-up', { year: 2018, effect: 'positive', method: 'registers' }),
      then('2019-02-02', 'revise-follow-up', {
        ...{ year: 2018, effect: 'none', method: 'comparison-group', reason: 'new-information' },
      }),
      then('2019-06-30', 'end', { reason: 'grant-ran-out' }),
      then('2019-07-01', 'withdraw-end', { reason: 'mistyped' }),
      then('2019-07-02', 'void', { reason: 'registered-in-error' }),
      then('2019-07-03', 'reinstate'),
    ],
  },
];
