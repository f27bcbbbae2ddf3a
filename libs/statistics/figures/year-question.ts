import { yearSpan } from '@sikkerby/kernel';
import type { Breakdown, Measure } from './measure.js';

/** What counts in a year. */
export interface FactsQuestion {
  readonly measure: Measure;
  readonly year: number;
  /** As known at this position, inclusive. */
  readonly asOf: string;
  /** Under which name each merged unit and linked person counts then. */
  readonly standsUnder: ReadonlyMap<string, string>;
}

/** How much that is, and how it is split. */
export interface YearQuestion extends FactsQuestion {
  /** Each by district, or by a code of the facts. */
  readonly splits: readonly Pick<Breakdown, 'by' | 'every'>[];
}

/** The parameters $1 to $9 of every question of a year, which say what counts. */
export function countedBy({ measure, year, asOf, standsUnder }: FactsQuestion): unknown[] {
  const { from, to } = yearSpan(year);
  return [
    measure.kind,
    asOf,
    from,
    to,
    measure.distinct,
    measure.sum ?? false,
    measure.where,
    [...standsUnder.keys()],
    [...standsUnder.values()],
  ];
}

/** The parameters $10 and $11 of a question that is split in several ways. */
export function splitBy({ splits }: YearQuestion): unknown[] {
  return [splits.map(({ by }) => by), splits.map(({ every }) => every ?? false)];
}
