import { day, keysOf, type Day } from '@sikkerby/kernel';
import type { Words } from '@sikkerby/statistics';

/** The principles of the strategy: five from its beginning, the sixth added later. */
export const principles = {
  collaboration: {
    number: 1,
    since: day('2018-01-01'),
    title: {
      da: 'Fokus på tværgående samarbejde',
      en: 'Collaboration across departments',
    },
  },
  'knowledge-and-effect': {
    number: 2,
    since: day('2018-01-01'),
    title: { da: 'Fokus på viden', en: 'Knowledge and effect' },
  },
  'children-and-youth': {
    number: 3,
    since: day('2018-01-01'),
    title: {
      da: 'Fokus på kriminalitetstruede børn og unge',
      en: 'Children and young people at risk of crime',
    },
  },
  gangs: {
    number: 4,
    since: day('2018-01-01'),
    title: { da: 'Fokus på bander', en: 'Gangs' },
  },
  'local-areas': {
    number: 5,
    since: day('2018-01-01'),
    title: {
      da: 'Fokus på lokalområder med tryghedsudfordringer',
      en: 'Local areas where safety is a challenge',
    },
  },
  extremism: {
    number: 6,
    since: day('2019-10-31'),
    title: { da: 'Fokus på ekstremisme', en: 'Extremism' },
  },
} as const satisfies Record<string, { number: number; since: Day; title: Words }>;
export type Principle = keyof typeof principles;

export const principleCodes = keysOf(principles);

/** The set as it was on a day; before the strategy began, as it was in the beginning. */
export function principlesOn(on: Day): Principle[] {
  const [first] = principleCodes;
  return principleCodes.filter(
    (code) =>
      principles[code].since <= on || principles[code].since === principles[first ?? code].since,
  );
}
