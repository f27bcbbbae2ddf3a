import { repaired, then, type Story } from '../story.js';

const inNoerrebro: Story = {
  ...{ programme: 'safety-partnership', path: 'partnerships', role: 'partnership-coordinator' },
  begin: {
    on: '2018-01-15',
    body: {
      ...{ kind: 'police-municipal', area: 'noerrebro', district: 'noerrebro' },
      until: '2021-12-31',
    },
  },
  acts: [],
};

const activity: Story = {
  ...{ programme: 'safety-partnership', path: 'activities', role: 'partnership-coordinator' },
  begin: {
    on: '2018-03-10',
    body: { partnership: 'its-partnership', kind: 'safety-walk', plannedOn: '2018-04-03' },
  },
  before: { 'its-partnership': inNoerrebro },
  acts: [],
};

export const safetyPartnership: readonly Story[] = [
  {
    ...inNoerrebro,
    begin: {
      on: '2018-03-01',
      body: { kind: 'local-area', area: 'folehaven', district: 'valby', until: '2019-12-31' },
    },
    acts: [
      then('2018-03-01', 'assign', { caseworker: 'demo-partnership-coordinator' }),
      then('2018-03-02', 'join', { partner: 'boligforening-3b' }),
      then('2018-03-02', 'join', { partner: 'handelsforening-valby' }),
      then('2018-03-20', 'adopt-plan', { themes: ['public-space', 'housing'] }),
      then('2018-09-01', 'leave', { partner: 'handelsforening-valby' }),
      then('2019-11-01', 'extend', { until: '2021-12-31' }),
      then('2019-12-31', 'end', { reason: 'goals-met' }),
      then('2020-06-01', 'reopen', { reason: 'new-problems' }),
      ...repaired('2020-06-02', 'reopenedOn', '2020-05-31'),
    ],
  },
  {
    ...activity,
    acts: [then('2018-04-03', 'hold'), ...repaired('2018-04-05', 'heldOn', '2018-04-04')],
  },
  { ...activity, acts: [then('2018-04-02', 'cancel', { reason: 'weather' })] },
];
