import { mergedAndUnmerged, person, repaired, then, type Story } from '../story.js';

export const activation: readonly Story[] = [
  {
    ...{ programme: 'activation', path: 'courses', role: 'centre-worker' },
    begin: {
      on: '2018-03-01',
      body: { subject: person(), district: 'valby', kind: 'job-training', weeklyHours: 30 },
    },
    acts: [
      then('2018-03-01', 'assign', { caseworker: 'demo-centre-worker' }),
      then('2018-03-12', 'record-attendance', { week: '2018-03-05', hours: 24 }),
      then('2018-03-13', 'change-hours', { weeklyHours: 37 }),
      then('2018-06-01', 'end', { reason: 'job' }),
      then('2018-09-01', 'reopen', { reason: 'new-benefit' }),
      ...repaired('2018-09-02', 'kind', 'education'),
      ...mergedAndUnmerged('2018-09-03'),
    ],
  },
];
