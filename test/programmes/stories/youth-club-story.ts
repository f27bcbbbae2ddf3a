import { repaired, then, type Story } from '../story.js';

const alike = { programme: 'youth-club', role: 'leisure-consultant' } as const;

export const youthClub: readonly Story[] = [
  {
    ...{ ...alike, path: 'club-years' },
    begin: {
      on: '2017-12-01',
      body: { club: 'klub-7', kind: 'youth-club', district: 'noerrebro', year: 2018 },
    },
    acts: [
      then('2018-01-01', 'make-membership-free'),
      then('2018-03-01', 'extend-hours', { times: ['evening', 'weekend'] }),
      then('2018-06-30', 'end-extension'),
      ...repaired('2018-07-01', 'extendedTo', '2018-06-29'),
    ],
  },
  {
    ...{ ...alike, path: 'observations' },
    begin: { on: '2018-03-01', body: { year: 2017, perCent: 21, source: 'strategy' } },
    acts: repaired('2018-03-02', 'perCent', 20),
  },
];
