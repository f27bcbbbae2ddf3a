import { addDays } from '@sikkerby/kernel';
import { then } from '../../programmes/story.js';
import { dayBetween, districtsByWeight } from '../city.js';
import { demoPerson } from '../demo/demo-person.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

const ages = [
  [18, 6],
  [20, 14],
  [23, 20],
  [26, 16],
  [33, 8],
] as const;
const kinds = [
  ['job-training', 10],
  ['education', 5],
  ['guidance', 8],
  ['treatment', 2],
] as const;
const hours = [
  [37, 12],
  [30, 8],
  [15, 5],
] as const;

/** The strategy prints no figure: 46 courses of 40 persons in 2018, and 2 that were wrong. */
export function activation(random: Random): DemoStory[] {
  return Array.from({ length: 48 }, (_, at) => {
    // After the first 40 persons come second courses of six of them, and then two that are void.
    const isSecond = at >= 40 && at < 46;
    const who = isSecond ? at - 39 : at + 1;
    const [from, to] = isSecond ? secondHalf : firstHalf;
    const on = dayBetween(random, from, to);
    const subject = `person-${String(who)}`;
    const endsOn = addDays(on, random.whole(40, 90));
    const ended = [then(endsOn, 'end', { reason: 'job' })];
    const goesOn = at > 6 && random.chance(0.5);
    return {
      ...{ programme: 'activation', path: 'courses', role: 'centre-worker' },
      begin: {
        on,
        body: {
          ...{ subject, district: random.pick(districtsByWeight) },
          ...{ kind: random.pick(kinds), weeklyHours: random.pick(hours) },
        },
      },
      persons: { [subject]: demoPerson(random, who, on, random.pick(ages)) },
      acts:
        at < 46
          ? goesOn
            ? []
            : ended
          : [then(addDays(on, 3), 'void', { reason: 'wrong-person' })],
    };
  });
}

const firstHalf = ['2018-01-08', '2018-05-31'] as const;
const secondHalf = ['2018-09-03', '2018-11-30'] as const;
