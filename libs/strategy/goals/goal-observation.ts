import {
  acting,
  beginningOrSame,
  decider,
  happened,
  homeInTheWholeCity,
  kindOf,
  nothingYet,
  step,
  voiding,
  type Asked,
  type Done,
} from '@sikkerby/case-kit';
import { refuseUnless, type Day } from '@sikkerby/kernel';
import { placesOf } from '../decimal.js';
import { startOf, type Period } from './period.js';
import {
  series,
  type FigureSource,
  type FigureUnit,
  type Geography,
  type Precision,
  type Series,
  type SeriesCode,
} from './series.js';

export const revisionReasons = [
  'source-revised-it',
  'source-changed-its-method',
  'mistyped',
] as const;
export type RevisionReason = (typeof revisionReasons)[number];

/** What was observed, where and over which period: there is one observation of it, however revised. */
interface Observed {
  readonly series: SeriesCode;
  readonly geography: Geography;
  /** Code of the survey's district, where it is about one. */
  readonly district?: string;
  readonly period: Period;
  readonly unit: FigureUnit;
}
/** The figure, and how it is known. */
interface Known {
  /** A decimal number as text. */
  readonly value: string;
  readonly precision: Precision;
  readonly source: FigureSource;
  /** Left out where the source does not say. */
  readonly publishedOn?: Day;
  /** Page of the strategy that prints it. */
  readonly printedOnPage?: number;
}

/** A figure that others worked out and that we take in as it is. */
export interface Observation extends Observed, Known {
  readonly status: 'observed';
  /** The day on which it was taken in. */
  readonly beganOn: Day;
  readonly revisedOn?: Day;
}

type Of<Verb extends string, Data extends object> = Done<'goals', 'observation', Verb, Data>;
export type ObservationRecorded = Of<'recorded', Observed & Known>;
/** Another figure in its place, with the reason in the envelope; the old one stays at earlier cuts. */
export type ObservationRevised = Of<'revised', Known>;

const kind = kindOf<Observation>()('goals', 'observation');
const voids = voiding(kind);

function knownOf({ value, precision, source, publishedOn, printedOnPage }: Known): Known {
  return {
    ...{ value, precision, source },
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(printedOnPage === undefined ? {} : { printedOnPage }),
  };
}

function observedOf({ series: code, geography, district, period, unit }: Observed): Observed {
  const where = district === undefined ? { geography } : { geography, district };
  return { series: code, ...where, period, unit };
}

function fits({ series: code, period }: Observed, { value, publishedOn }: Known, on: Day): void {
  const isPrecise = placesOf(value) <= series[code].places;
  refuseUnless(isPrecise, 'a-figure-has-no-more-decimals-than-its-series');
  const from = publishedOn ?? on;
  refuseUnless(from >= startOf(period), 'a-figure-is-about-a-period-that-has-begun');
  refuseUnless(from <= on, 'a-figure-is-recorded-once-it-is-published');
}

/** One stream for each series, place and period. */
export const observation = decider(kind, {
  category: 'goals_observation',
  initialState: nothingYet,
  acts: {
    record: beginningOrSame(
      kind,
      'an-observation-is-revised-with-a-reason',
      isSame,
      (command: Asked<Observed & Known>) => {
        const observed = observedOf(command.data);
        const { unit, geographies }: Series = series[observed.series];
        refuseUnless(observed.unit === unit, 'a-figure-is-in-the-unit-of-its-series');
        const isPlace = geographies.includes(observed.geography);
        refuseUnless(isPlace, 'a-figure-is-about-a-place-of-its-series');
        const isNamed = (observed.geography === 'survey-district') === !!observed.district;
        refuseUnless(isNamed, 'a-district-is-named-where-a-figure-is-about-one');
        const known = knownOf(command.data);
        fits(observed, known, command.occurredOn);
        return [happened('goals.observation-recorded.v1', command, { ...observed, ...known })];
      },
    ),
    revise: acting(
      kind,
      (unit) => unit,
      (unit, command: Asked<Known & { readonly reason: RevisionReason }>) => {
        if (isSame(unit, command.data)) return [];
        const known = knownOf(command.data);
        fits(unit, known, command.occurredOn);
        const { reason } = command.data;
        return [{ ...happened('goals.observation-revised.v1', command, known), reason }];
      },
    ),
    ...voids.acts,
  },
  evolve: {
    'goals.observation-recorded.v1': (
      _: unknown,
      { occurredOn, data }: ObservationRecorded,
    ): Observation => ({
      ...{ status: 'observed', beganOn: occurredOn },
      ...observedOf(data),
      ...knownOf(data),
    }),
    'goals.observation-revised.v1': step<Observation, ObservationRevised>(
      (unit, { occurredOn, data }) => ({
        ...{ status: 'observed', beganOn: unit.beganOn, revisedOn: occurredOn },
        ...observedOf(unit),
        ...knownOf(data),
      }),
    ),
    ...voids.steps,
  },
  homeOf: homeInTheWholeCity,
});

/** Whether it says nothing new: where the figure was printed is no matter. */
function isSame({ value, precision, source, publishedOn }: Known, said: Known): boolean {
  const isAlike = said.value === value && said.precision === precision && said.source === source;
  return isAlike && (said.publishedOn === undefined || said.publishedOn === publishedOn);
}

/** The words of which an observation's id is made. */
export function observationWords({ series: code, geography, district, period }: Observed) {
  return ['goals', code, geography, district ?? '', period];
}
