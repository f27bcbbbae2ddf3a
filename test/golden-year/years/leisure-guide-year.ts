import { addDays, day } from '@sikkerby/kernel';
import { then } from '../../programmes/story.js';
import { dayBetween, districtsByWeight } from '../city.js';
import { demoPerson } from '../demo/demo-person.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

const ages = [
  [7, 10],
  [9, 22],
  [11, 30],
  [13, 24],
  [15, 12],
] as const;
const genders = [
  ['female', 41],
  ['male', 58],
  ['other-or-unknown', 1],
] as const;
const activities = [
  ['football', 45],
  ['swimming', 18],
  ['martial-arts', 16],
  ['dance', 12],
  ['music', 6],
  ['scouts', 3],
] as const;

/**
 * The strategy prints no figure: 80 children with a guide who introduced them to a club in 2017, and
 * 60 fee grants, 10 of them for the same children: 130 children. Besides, 5 courses without a club,
 * 4 refused applications and 2 grants of January 2018.
 */
export function leisureGuide(random: Random): DemoStory[] {
  const alike = { programme: 'leisure-guide', role: 'leisure-consultant' } as const;
  const persons: Record<string, NonNullable<DemoStory['persons']>[string]> = {};
  const about = (who: number, on: string) => {
    const subject = `person-${String(who)}`;
    const made = demoPerson(random, who, day(on), random.pick(ages));
    const known = (persons[subject] ??= { ...made, gender: random.pick(genders) });
    return { subject, persons: { [subject]: known } };
  };
  const club = () => {
    const activity = random.pick(activities);
    return { club: `${activity}-${String(random.whole(1, 9))}`, activity };
  };
  const course = (who: number, introduces: boolean): DemoStory => {
    const on = dayBetween(random, '2017-01-09', '2017-06-30');
    const { subject, persons: child } = about(who, on);
    const district = random.pick(districtsByWeight);
    const ends = random.chance(0.6)
      ? [then(addDays(on, 90), 'end', { reason: introduces ? 'joined' : 'withdrew' })]
      : [];
    return {
      ...{ ...alike, path: 'courses', persons: child },
      begin: { on, body: { subject, district, wish: 'Opdigtet ønske til demonstration.' } },
      acts: introduces
        ? [then(addDays(on, random.whole(7, 60)), 'introduce', { subject, ...club() }), ...ends]
        : ends,
    };
  };
  const grant = (who: number, on: string, isGiven: boolean): DemoStory => {
    const { subject, persons: child } = about(who, on);
    const grounds = 'Opdigtet begrundelse til demonstration.';
    const kroner = random.whole(4, 20) * 75;
    return {
      ...{ ...alike, path: 'fee-grants', persons: child },
      begin: {
        on: addDays(day(on), -5),
        body: { subject, district: random.pick(districtsByWeight), ...club(), grounds },
      },
      acts: [
        isGiven
          ? then(on, 'give', { subject, kroner })
          : then(on, 'refuse', { reason: 'not-in-need' }),
      ],
    };
  };
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const inYear = () => dayBetween(random, '2017-07-01', '2017-12-31');

  return [
    ...numbers(1, 80).map((who) => course(who, true)),
    ...numbers(71, 130).map((who) => grant(who, inYear(), true)),
    ...numbers(131, 135).map((who) => course(who, false)),
    ...numbers(136, 139).map((who) => grant(who, inYear(), false)),
    ...numbers(140, 141).map((who) => grant(who, '2018-01-04', true)),
  ];
}
