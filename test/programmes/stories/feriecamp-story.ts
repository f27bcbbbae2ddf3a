import { repaired, then, type Story } from '../story.js';

const dates = { holiday: 'autumn', firstDay: '2017-10-16', lastDay: '2017-10-20' };
const alike = { programme: 'feriecamp', path: 'camps', role: 'camp-organiser' } as const;

export const feriecamp: readonly Story[] = [
  {
    ...alike,
    begin: {
      on: '2017-09-01',
      body: { kind: 'area', area: 'mjoelnerparken', district: 'noerrebro', ...dates },
    },
    acts: [
      then('2017-10-16', 'hold-day'),
      then('2017-10-17', 'hold-day'),
      ...repaired('2017-10-21', 'heldOn', ['2017-10-16', '2017-10-18']),
    ],
  },
  {
    ...alike,
    begin: { on: '2017-09-01', body: { kind: 'city-wide', ...dates } },
    acts: [then('2017-10-01', 'cancel', { reason: 'no-place' })],
  },
];
