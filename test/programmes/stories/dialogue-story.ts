import { repaired, then, type Story } from '../story.js';

const of = (path: string, body: object): Story => ({
  ...{ programme: 'dialogue', path, role: 'dialogue-coordinator', acts: [] },
  begin: { on: '2018-03-01', body },
});
const place = { district: 'bispebjerg', plannedOn: '2018-04-12' };
const course = of('courses', {
  ...{ school: 'skole-3', grade: 8, district: 'valby', pupils: 23 },
});
const cancelled = [then('2018-04-10', 'cancel', { reason: 'no-venue' })];

function held(value: number) {
  return [
    then('2018-04-12', 'hold', { participants: 40, precision: 'estimated' }),
    ...repaired('2018-04-13', 'participants', value),
  ];
}

export const dialogue: readonly Story[] = [
  { ...of('activities', { ...place, kind: 'debate' }), acts: held(43) },
  { ...of('activities', { ...place, kind: 'workshop' }), acts: cancelled },
  { ...of('trainings', { ...place, kind: 'teachers' }), acts: held(44) },
  { ...of('trainings', { ...place, kind: 'club-staff' }), acts: cancelled },
  {
    ...course,
    acts: [
      then('2018-03-08', 'hold-session'),
      then('2018-03-15', 'hold-session'),
      then('2018-03-15', 'complete'),
      ...repaired('2018-03-16', 'sessions', ['2018-03-09', '2018-03-15']),
    ],
  },
  { ...course, acts: cancelled },
];
