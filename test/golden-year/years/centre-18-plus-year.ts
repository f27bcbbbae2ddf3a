import { addDays, type Day } from '@sikkerby/kernel';
import { dayBetween } from '../city.js';
import { demoPerson } from '../demo/demo-person.js';
import type { DemoPerson, DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

const worker = { programme: 'centre-18-plus', role: 'centre-worker' } as const;

const centres = [
  ['centre-noerrebro', 30],
  ['centre-bispebjerg', 26],
  ['centre-tingbjerg-husum', 22],
  ['centre-amager', 15],
  ['centre-valby', 7],
] as const;
const ages = [
  [18, 20],
  [19, 20],
  [20, 17],
  [21, 14],
  [22, 11],
  [23, 9],
  [24, 6],
  [25, 3],
] as const;

/** How many had visits of their own, and of how many of them at a second centre as well. */
const persons = 496;
const atTwo = 31;

/**
 * 496 Copenhageners of 18-25, 31 of them at two centres: 527 registers. Besides, visitors who were 17
 * or 26, who did not live in Copenhagen, or whose visits were only counted.
 */
export function centre18Plus(random: Random): DemoStory[] {
  const visitors = Array.from({ length: persons }, (_, at) => {
    const on = dayBetween(random, '2017-01-03', '2017-11-30');
    const person = demoPerson(random, at + 1, on, random.pick(ages));
    const centre = random.pick(centres);
    const visits = [visit(at + 1, person, centre, on)];
    if (random.chance(0.3)) visits.push(visit(at + 1, person, centre, addDays(on, 14)));
    if (at < atTwo) {
      const others = centres.filter(([code]) => code !== centre);
      visits.push(visit(at + 1, person, random.pick(others), addDays(on, 7)));
    }
    return visits;
  });
  const tooYoung = Array.from({ length: 6 }, (_, at) => passing(random, 501 + at, 17));
  const tooOld = Array.from({ length: 5 }, (_, at) => passing(random, 511 + at, 26));
  const fromElsewhere = Array.from({ length: 7 }, (_, at) => passing(random, 521 + at, 20, false));
  const anonymous = Array.from({ length: 40 }, (): DemoStory => {
    const body = { centre: random.pick(centres), visitors: random.whole(2, 25) };
    const begin = { on: dayBetween(random, '2017-01-03', '2017-12-20'), body };
    return { ...worker, path: 'head-counts', begin, acts: [] };
  });
  return [...visitors.flat(), ...tooYoung, ...tooOld, ...fromElsewhere, ...anonymous];
}

/** Somebody who came once. */
function passing(random: Random, number: number, age: number, resident = true): DemoStory {
  const on = dayBetween(random, '2017-01-03', '2017-12-20');
  return visit(number, demoPerson(random, number, on, age), random.pick(centres), on, resident);
}

/** A visit; the same name is the same register, which goes on. */
function visit(
  number: number,
  person: DemoPerson,
  centre: string,
  on: Day,
  resident = true,
): DemoStory {
  const subject = `person-${String(number)}`;
  return {
    ...{ ...worker, path: 'registers', name: `${subject}-${centre}`, acts: [] },
    begin: { on, body: { subject, centre, resident } },
    persons: { [subject]: person },
  };
}
