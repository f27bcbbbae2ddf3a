import { repaired, then, type Story } from '../../programmes/story.js';

export const newProgrammeStories: readonly Story[] = [
  {
    programme: 'new-programme',
    path: 'activities',
    role: 'safety-lift-manager',
    begin: { on: '2017-03-01', body: { time: 'evening', district: 'noerrebro' } },
    acts: [
      then('2017-06-01', 'complete', { participants: 12 }),
      ...repaired('2017-06-02', 'completedOn', '2017-05-31'),
    ],
  },
];
