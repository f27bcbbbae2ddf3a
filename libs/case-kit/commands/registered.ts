import { ageOn, refuseUnless, type Day } from '@sikkerby/kernel';
import type { Particulars, Register } from '@sikkerby/people';

const rule = 'a-person-is-registered-first';

/** @throws Rejection when the programme's register does not have everybody of them */
export async function assertRegistered(
  register: Register,
  programme: string,
  subjects: readonly string[],
): Promise<void> {
  const there = await register.particularsOf(programme, subjects);
  refuseUnless(there.size === new Set(subjects).size, rule);
}

/**
 * What the rules ask about a person whom a request names: age in whole years on the day, and gender
 * (R14). @throws Rejection when the programme's register does not have them
 */
export async function personOn(
  register: Register,
  programme: string,
  subject: string,
  day: Day,
): Promise<{ readonly age: number; readonly gender: Particulars['gender'] }> {
  const person = (await register.particularsOf(programme, [subject])).get(subject);
  refuseUnless(person !== undefined, rule);
  return { age: ageOn(person.birthDate, day), gender: person.gender };
}
