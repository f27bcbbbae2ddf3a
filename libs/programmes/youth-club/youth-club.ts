import { refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  correcting,
  voiding,
  acting,
  beginning,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  step,
  type Asked,
} from '@sikkerby/case-kit';

/** A youth club, or one of the leisure clubs for younger children that were chosen. */
export const clubKinds = ['youth-club', 'leisure-club'] as const;
export type ClubKind = (typeof clubKinds)[number];
export const openingTimes = ['evening', 'weekend'] as const;
export type OpeningTime = (typeof openingTimes)[number];

/** What one club offers in one year. It knows no members. */
export interface ClubYear {
  readonly status: 'ordinary' | 'extended';
  readonly beganOn: Day;
  /** Code name of the club. */
  readonly club: string;
  readonly kind: ClubKind;
  readonly district: District;
  readonly year: number;
  readonly times: readonly OpeningTime[];
  /** The first day, and the last, on which it was open longer; the last is open while it is. */
  readonly extendedOn?: Day;
  readonly extendedTo?: Day;
  /** The first day on which membership cost nothing. */
  readonly freeOn?: Day;
}

type Of<Done extends string, Data extends object = object> = DomainEvent<
  `youth-club.club-year-${Done}.v1`,
  Data
>;
export type YearBegun = Of<'begun', Pick<ClubYear, 'club' | 'kind' | 'district' | 'year'>>;
/** The day of the event is the first on which the club is open longer. */
export type HoursExtended = Of<'hours-extended', { readonly times: readonly OpeningTime[] }>;
/** The day of the event is the last on which it is. */
export type ExtensionEnded = Of<'extension-ended'>;
/** The day of the event is the first on which membership is free. */
export type MadeFree = Of<'membership-made-free'>;

const clubYear = kindOf<ClubYear>()('youth-club', 'club-year');
const voids = voiding(clubYear);
const corrections = correcting(
  clubYear,
  ['club', 'kind', 'district', 'times', 'extendedOn', 'extendedTo', 'freeOn'],
  (unit) => {
    const { extendedOn, extendedTo = extendedOn, freeOn } = unit;
    for (const day of [extendedOn, extendedTo, freeOn]) if (day) withinItsYear(unit, day);
    const isInOrder = !extendedOn || !extendedTo || extendedTo >= extendedOn;
    refuseUnless(isInOrder, 'an-extension-does-not-end-before-it-began');
  },
);

function withinItsYear({ year }: ClubYear, day: Day): void {
  refuseUnless(Number(day.slice(0, 4)) === year, 'a-club-year-is-about-days-of-that-year');
}

function wasExtended(unit: ClubYear) {
  const { extendedOn } = unit;
  refuseUnless(extendedOn !== undefined, 'hours-are-extended-before-the-extension-ends');
  return { ...unit, extendedOn };
}

/** What one club offers in one year. */
export const youthClub = decider(clubYear, {
  category: 'youth_club',
  initialState: nothingYet,
  acts: {
    'begin-year': beginning(clubYear, (command: Asked<YearBegun['data']>) => {
      const { club, kind, district, year } = command.data;
      return [happened('youth-club.club-year-begun.v1', command, { club, kind, district, year })];
    }),
    'extend-hours': acting(
      clubYear,
      (unit: ClubYear) => unit,
      (unit, command: Asked<HoursExtended['data']>) => {
        const times = [...new Set(command.data.times)].sort();
        if (unit.status === 'extended' && times.join() === unit.times.join()) return [];
        refuseUnless(!unit.extendedOn, 'hours-are-extended-once-in-a-club-year');
        withinItsYear(unit, command.occurredOn);
        return [happened('youth-club.club-year-hours-extended.v1', command, { times })];
      },
    ),
    'end-extension': acting(clubYear, wasExtended, (unit, command: Asked<object>) => {
      if (unit.status === 'ordinary') return [];
      withinItsYear(unit, command.occurredOn);
      const isAfter = command.occurredOn >= unit.extendedOn;
      refuseUnless(isAfter, 'an-extension-does-not-end-before-it-began');
      return [happened('youth-club.club-year-extension-ended.v1', command, {})];
    }),
    'make-membership-free': acting(
      clubYear,
      (unit: ClubYear) => unit,
      (unit, command: Asked<object>) => {
        if (unit.freeOn) return [];
        withinItsYear(unit, command.occurredOn);
        return [happened('youth-club.club-year-membership-made-free.v1', command, {})];
      },
    ),
    ...corrections.acts,
    ...voids.acts,
  },
  evolve: {
    'youth-club.club-year-begun.v1': (_: unknown, { occurredOn, data }: YearBegun): ClubYear => {
      const { club, kind, district, year } = data;
      const what = { club, kind, district, year };
      return { status: 'ordinary', beganOn: occurredOn, ...what, times: [] };
    },
    'youth-club.club-year-hours-extended.v1': step<ClubYear, HoursExtended>(
      (unit, { occurredOn, data: { times } }) => ({
        ...unit,
        ...{ status: 'extended', times, extendedOn: occurredOn },
      }),
    ),
    'youth-club.club-year-extension-ended.v1': step<ClubYear, ExtensionEnded>(
      (unit, { occurredOn }) => ({ ...unit, status: 'ordinary', extendedTo: occurredOn }),
    ),
    'youth-club.club-year-membership-made-free.v1': step<ClubYear, MadeFree>(
      (unit, { occurredOn }) => ({ ...unit, freeOn: occurredOn }),
    ),
    ...corrections.steps,
    ...voids.steps,
  },
  homeOf,
});
