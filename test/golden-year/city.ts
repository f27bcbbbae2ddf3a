import { addDays, day, type Day } from '@sikkerby/kernel';
import type { Random } from './random.js';

/** Roughly how the cases lie over the city's districts: small cells included, on purpose. */
export const districtsByWeight = [
  ['noerrebro', 22],
  ['bispebjerg', 19],
  ['broenshoej-husum', 17],
  ['amager-vest', 11],
  ['amager-oest', 10],
  ['valby', 8],
  ['vesterbro-kongens-enghave', 5],
  ['oesterbro', 4],
  ['vanloese', 2.5],
  ['indre-by', 1.5],
] as const;

export const districtCodes = districtsByWeight.map(([code]) => code);

const ages = [
  [8, 1],
  [10, 2],
  [11, 4],
  [12, 8],
  [13, 14],
  [14, 19],
  [15, 21],
  [16, 18],
  [17, 13],
] as const;

const concerns: readonly (readonly [readonly string[], number])[] = [
  [['worrying-behaviour'], 50],
  [['first-offence'], 24],
  [['repeat-offence'], 10],
  [['dangerous-offence'], 6],
  [['worrying-behaviour', 'group'], 10],
];

const levels = [
  [1, 40],
  [2, 34],
  [3, 19],
  [4, 7],
] as const;

const genders = [
  ['male', 78],
  ['female', 20],
  ['other-or-unknown', 2],
] as const;

/** Nobody is called this: the surname says that the person is made up, the number tells them apart. */
function impossibleName(number: number): string {
  return `Prøve Opdigtet-${String(number)}`;
}

/** Born that many years before the opening, never on 1 January. */
function birthDate(random: Random, openedOn: Day, age: number): Day {
  const born = addDays(openedOn, -Math.floor((age + 0.5) * 365.25) + random.whole(-150, 150));
  return born.endsWith('-01-01') ? addDays(born, 1) : born;
}

export interface Opening {
  readonly person: { readonly name: string; readonly birthDate: Day; readonly gender: string };
  readonly district: string;
  readonly level: number;
  readonly track: 'ssp';
  readonly concernTypes: readonly string[];
  readonly ownerTeam: string;
  readonly description: string;
}

/** What a caseworker writes down when a case opens on that day. */
export function opening(random: Random, number: number, openedOn: Day): Opening {
  const district = random.pick(districtsByWeight);
  return {
    person: {
      name: impossibleName(number),
      birthDate: birthDate(random, openedOn, random.pick(ages)),
      gender: random.pick(genders),
    },
    district,
    level: random.pick(levels),
    track: 'ssp',
    concernTypes: random.pick(concerns),
    ownerTeam: `ssp-${district}`,
    description: 'Opdigtet beskrivelse til demonstration.',
  };
}

/** A day between two days, both included. */
export function dayBetween(random: Random, from: string, to: string): Day {
  const first = day(from);
  const days = Math.round((Date.parse(to) - Date.parse(first)) / 86_400_000);
  return addDays(first, random.whole(0, days));
}
