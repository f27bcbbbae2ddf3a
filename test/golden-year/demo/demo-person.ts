import { addDays, type Day } from '@sikkerby/kernel';
import type { DemoPerson } from './demo-story.js';
import type { Random } from '../random.js';

const genders = [
  ['male', 93],
  ['female', 6],
  ['other-or-unknown', 1],
] as const;

/** Somebody of about that age on the day, never born on 1 January. */
export function demoPerson(random: Random, number: number, on: Day, age: number): DemoPerson {
  const born = addDays(on, -Math.floor((age + 0.5) * 365.25) + random.whole(-150, 150));
  return {
    name: `Prøve Opdigtet-${String(number)}`,
    birthDate: born.endsWith('-01-01') ? addDays(born, 1) : born,
    gender: random.pick(genders),
  };
}
