import type { Codes, Told } from '../facts/fact.js';
import type { FactsProjection } from '../facts/facts-projection.js';
import type { Breakdown, Measure, Names } from './measure.js';

// What the compiler holds measures against: the facts that a programme makes, as its `factsProjection`
// has them. A code that is any text, such as a place by its code name, is not checked by its values.

/** The measures of a programme: `MeasuresOf<typeof safetyLiftFacts>`. */
export type MeasuresOf<Facts extends FactsProjection> = readonly MeasureOf<Facts>[];

/** Any of them. */
export type MeasureOf<Facts extends FactsProjection> =
  Facts extends FactsProjection<infer Made> ? Counting<Made, Made['kind']> : never;

type Counting<Made extends Told, Kind extends string> = Kind extends string
  ? MeasureOfFacts<Kind, Extract<Made, { readonly kind: Kind }>>
  : never;

/** It counts facts of the kind, by codes that each of them has. */
interface MeasureOfFacts<Kind extends string, Fact extends Told> extends Omit<
  Measure,
  'where' | 'breakdowns'
> {
  readonly id: `${ProgrammeOf<Kind>}.${string}`;
  readonly kind: Kind;
  readonly distinct: 'unit' | PersonIn<Fact> | Extract<Measure['distinct'], keyof CodesOf<Fact>>;
  readonly where: {
    readonly [Code in keyof CodesOf<Fact>]?: readonly ValueOf<CodesOf<Fact>[Code]>[];
  };
  readonly breakdowns: readonly (DistrictIn<Fact> | ByCode<CodesOf<Fact>>)[];
}

type ProgrammeOf<Kind extends string> = Kind extends `${infer Programme}.${string}`
  ? Programme
  : never;

type CodesOf<Fact> = [Fact] extends [{ readonly codes: infer Of extends Codes }] ? Of : object;

/** One of the values; of a list any that is in it. */
type ValueOf<Code> = Code extends readonly (infer Value)[] ? Value : Exclude<Code, undefined>;

type PersonIn<Fact> = [Fact] extends [{ readonly person: string }] ? 'person' : never;

type DistrictIn<Fact> = [Fact] extends [{ readonly district: string | null }]
  ? Breakdown<'district'>
  : never;

type ByCode<Of> = {
  readonly [Code in keyof Of & string]: Breakdown<Code, NamesFor<ValueOf<Of[Code]> & string>>;
}[keyof Of & string];

/**
 * Each value has a name. `unknown` has one already, and bands, of which `other` is in none, are named
 * where they are counted.
 */
type NamesFor<Value extends string> = string extends Value
  ? Names
  : 'other' extends Value
    ? Partial<Names<Value>>
    : Names<Exclude<Value, 'unknown'>>;
