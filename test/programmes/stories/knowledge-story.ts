import { then, type Story } from '../story.js';

const coded = { source: 'research', evidenceLevel: 'comparison', audience: ['ssp', 'police'] };

export const knowledge: readonly Story[] = [
  {
    ...{ programme: 'knowledge', path: 'items', role: 'analyst', reader: 'outreach-lead' },
    begin: {
      on: '2018-03-01',
      body: { ...coded, item: 'klub-om-aftenen', title: 'Opdigtet', summary: 'Opdigtet' },
    },
    acts: [
      then('2018-04-01', 'revise', { ...coded, evidenceLevel: 'controlled-study' }),
      then('2018-04-02', 'rewrite', { title: 'Ny titel', summary: 'Opdigtet' }, { another: true }),
      then('2019-03-01', 'withdraw', { reason: 'outdated' }),
      then('2019-04-01', 'share-again'),
      then('2019-04-02', 'void', { reason: 'registered-in-error' }),
      then('2019-04-03', 'reinstate'),
    ],
  },
];
