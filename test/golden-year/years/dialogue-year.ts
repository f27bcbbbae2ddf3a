import { addDays } from '@sikkerby/kernel';
import { then } from '../../programmes/story.js';
import { dayBetween, districtsByWeight } from '../city.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

const kinds = [
  ['debate', 45],
  ['workshop', 30],
  ['parents-evening', 20],
  ['performance', 5],
] as const;
const professions = [
  ['teachers', 40],
  ['social-workers', 30],
  ['club-staff', 25],
  ['health-staff', 5],
] as const;
const precisions = [
  ['counted', 7],
  ['estimated', 3],
] as const;

/**
 * 38 dialogue activities with 1400 attendances and 31 classes with 700 pupils in 2018. Besides,
 * activities that were cancelled, void, or held in 2017, a class that began in 2017 and went on, and
 * trainings of professionals.
 */
export function dialogue(random: Random): DemoStory[] {
  const meeting = (path: string, kind: string, on: string, participants: number): DemoStory => ({
    ...of(path, addDays(dayBetween(random, on, on), -random.whole(10, 40)), {
      ...{ kind, district: random.pick(districtsByWeight), plannedOn: on },
    }),
    acts: [then(on, 'hold', { participants, precision: random.pick(precisions) })],
  });
  const activity = (from: string, to: string, participants: number): DemoStory =>
    meeting('activities', random.pick(kinds), dayBetween(random, from, to), participants);
  const course = (from: string, to: string, pupils: number): DemoStory => {
    const first = dayBetween(random, from, to);
    const sessions = [0, 7, 14].slice(0, random.whole(1, 3)).map((days) => addDays(first, days));
    const last = sessions.at(-1) ?? first;
    return {
      ...of('courses', addDays(first, -random.whole(10, 40)), {
        ...{ school: `skole-${String(random.whole(1, 25))}`, grade: random.whole(7, 9) },
        ...{ district: random.pick(districtsByWeight), pupils },
      }),
      acts: [...sessions.map((on) => then(on, 'hold-session')), then(last, 'complete')],
    };
  };

  const activities = spread(random, 1400, 38, 12).map((participants) =>
    activity('2018-01-08', '2018-12-20', participants),
  );
  const classes = spread(random, 700, 31, 4).map((pupils) =>
    course('2018-01-08', '2018-11-30', pupils),
  );
  const wrong = activity('2018-02-01', '2018-02-28', 55);
  const overNewYear = course('2017-12-18', '2017-12-18', 24);
  return [
    ...activities,
    ...classes,
    ...[30, 41].map((participants) => activity('2017-09-01', '2017-12-31', participants)),
    ...[1, 2, 3].map(() => ({
      ...activity('2018-03-01', '2018-10-31', 0),
      acts: [then('2018-11-01', 'cancel', { reason: 'too-few-came-forward' })],
    })),
    { ...wrong, acts: [...wrong.acts, then('2018-03-01', 'void', { reason: 'duplicate-entry' })] },
    {
      ...overNewYear,
      acts: [then('2017-12-18', 'hold-session'), then('2018-01-08', 'hold-session')],
    },
    ...Array.from({ length: 12 }, () =>
      meeting(
        'trainings',
        random.pick(professions),
        dayBetween(random, '2018-01-15', '2018-12-10'),
        random.whole(8, 30),
      ),
    ),
  ];
}

/** So many numbers that add up to the total, each about as large as the others. */
function spread(random: Random, total: number, count: number, around: number): number[] {
  const mean = Math.floor(total / count);
  const numbers = Array.from({ length: count - 1 }, (_, at) =>
    at % 2 === 0 ? random.whole(1, around) : 0,
  );
  const pairs = numbers.map((more, at) =>
    at % 2 === 0 ? mean + more : mean - (numbers[at - 1] ?? 0),
  );
  return [...pairs, total - pairs.reduce((sum, one) => sum + one, 0)];
}

function of(path: string, on: string, body: object): DemoStory {
  return {
    ...{ programme: 'dialogue', path, role: 'dialogue-coordinator', acts: [] },
    begin: { on, body },
  };
}
