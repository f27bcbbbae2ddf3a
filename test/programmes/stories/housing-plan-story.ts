import { repaired, then, type Story } from '../story.js';

export const housingPlan: readonly Story[] = [
  {
    ...{ programme: 'housing-plan', path: 'plans', role: 'partnership-coordinator' },
    begin: {
      on: '2016-11-01',
      body: {
        areas: ['mjoelnerparken', 'aldersrogade'],
        ...{ district: 'noerrebro', until: '2020-12-31' },
      },
    },
    acts: [
      then('2017-01-01', 'enter-into-force'),
      then('2018-02-01', 'observe-coverage', {
        ...{ area: 'mjoelnerparken', year: 2018, residents: 1700 },
      }),
      then('2020-10-01', 'extend', { until: '2021-12-31' }),
      then('2020-12-31', 'end', { reason: 'grant-ran-out' }),
      then('2021-02-01', 'reopen', { reason: 'new-grant' }),
      ...repaired('2021-02-02', 'areas', ['mjoelnerparken']),
    ],
  },
];
