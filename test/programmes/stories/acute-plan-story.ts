import { repaired, then, type Story } from '../story.js';

export const acutePlan: readonly Story[] = [
  {
    ...{ programme: 'acute-plan', path: 'plans', role: 'ssp-coordinator' },
    begin: {
      on: '2017-05-01',
      body: { kind: 'acute', trigger: 'shooting', district: 'noerrebro' },
    },
    acts: [
      then('2017-05-01', 'assign', { caseworker: 'demo-ssp-coordinator' }),
      then('2017-05-02', 'record-measure', { measure: 'visible-adults' }),
      then('2017-05-02', 'inform-political-level', { level: 'lord-mayor' }),
      then('2017-06-01', 'deactivate', { reason: 'calm-again' }),
      then('2017-06-20', 'evaluate', { evaluation: 'worked-in-part' }),
      then('2017-07-01', 'reopen', { reason: 'flared-up-again' }),
      ...repaired('2017-07-02', 'trigger', 'group-conflict'),
    ],
  },
];
