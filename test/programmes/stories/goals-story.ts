import { then, type Story } from '../story.js';

const alike = { programme: 'goals', role: 'analyst', reader: 'auditor' } as const;
const takenBack = (on: string) => [
  then(on, 'void', { reason: 'registered-in-error' }),
  then(on, 'reinstate'),
];

export const goals: readonly Story[] = [
  {
    ...{ ...alike, path: 'observations' },
    begin: {
      on: '2018-06-02',
      body: {
        ...{ series: 'unsafe-in-neighbourhood', geography: 'city', period: '2018' },
        ...{ value: '8,5', unit: 'per-cent', precision: 'exact', source: 'tryghedsundersoegelsen' },
        publishedOn: '2018-06-01',
      },
    },
    acts: [
      then('2018-09-01', 'revise', {
        ...{ value: '8', precision: 'exact', source: 'tryghedsundersoegelsen' },
        reason: 'source-revised-it',
      }),
      ...takenBack('2018-09-02'),
    ],
  },
  {
    ...{ ...alike, path: 'police-judgements' },
    begin: { on: '2019-02-01', body: { year: 2018, judgement: 'unchanged' } },
    acts: [
      then(
        '2019-02-02',
        'revise',
        { judgement: 'positive', reason: 'mistyped' },
        {
          by: 'police-liaison',
        },
      ),
      ...takenBack('2019-02-03'),
    ],
  },
];
