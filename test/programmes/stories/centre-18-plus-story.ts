import { person, repaired, then, type Story } from '../story.js';

const worker = { programme: 'centre-18-plus', role: 'centre-worker' } as const;

export const centre18Plus: readonly Story[] = [
  {
    ...{ ...worker, path: 'registers' },
    begin: {
      on: '2017-03-01',
      body: { subject: person(), centre: 'centre-noerrebro', resident: true },
    },
    acts: [
      then('2017-03-02', 'correct-visit', { ...right('resident', false), visitedOn: '2017-03-01' }),
      then('2017-03-02', 'correct-visit', {
        ...right('on', '2017-03-02'),
        visitedOn: '2017-03-01',
      }),
      then('2017-03-03', 'void-visit', { visitedOn: '2017-03-02', reason: 'wrong-person' }),
      then('2017-03-03', 'reinstate-visit', { visitedOn: '2017-03-02' }),
      then('2017-03-04', 'void', { reason: 'test' }),
      then('2017-03-04', 'reinstate'),
    ],
  },
  {
    ...{ ...worker, path: 'head-counts' },
    begin: { on: '2017-03-01', body: { centre: 'centre-valby', visitors: 12 } },
    acts: repaired('2017-03-02', 'visitors', 13),
  },
];

function right(field: string, value: unknown) {
  return { field, value, reason: 'mistyped' };
}
