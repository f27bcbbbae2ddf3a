import type { Known, Sum } from '@sikkerby/disclosure';
import { Cube, exactly, hidden, once, valueOf, withoutTotals } from '../tables/cube.js';
import type { LedgerTable, PublicFigure } from './release.js';

/** A measure of a year as it was published once: what everybody saw, and what stood behind it. */
export interface Version {
  readonly tables: readonly LedgerTable[];
  /** How much each finest cell counts. */
  readonly counts: readonly number[];
}

/** A cell that is in public, whether its value is or not. */
export interface PublicCell extends Sum {
  readonly key: string;
  readonly value: number | null;
}

/** The cells of the tables, each once, as sums over the cube's finest cells. */
export function publicCells(cube: Cube, tables: readonly LedgerTable[]): PublicCell[] {
  return once(
    tables.flatMap(({ dimensions, values }) => {
      const by = dimensions.map((one) => one.by);
      return Cube.cellsOf(withoutTotals(dimensions)).map((codes, place) => ({
        key: cube.keyOf(by, codes),
        plus: cube.partsOf(by, codes),
        value: values[place] ?? null,
      }));
    }),
  );
}

/** What a published version tells, codes that it did not have included: those counted nothing. */
export function toldBy(cube: Cube, tables: readonly LedgerTable[]): Known[] {
  const cells = publicCells(cube, tables);
  return cells.map(({ key, plus, value }) =>
    value === null ? hidden(key, { plus }) : exactly(key, { plus }, value),
  );
}

/** What a figure that others published tells. */
export function toldElsewhere(cube: Cube, figure: PublicFigure, number: number): Known {
  const places = cube.dimensions.map(({ by }) => by);
  const plus = Array.from({ length: cube.size }, (_, part) => part).filter((part) => {
    const codes = cube.codesOf(part);
    return Object.entries(figure.codes).every(([by, counted]) =>
      counted.includes(codes[places.indexOf(by)] ?? ''),
    );
  });
  return { key: `figure ${String(number)}`, plus, low: figure.low, high: figure.high };
}

/** Whether it is so in these counts; an attacker learns nothing true from what is not. */
export function isTrue(known: Known, counts: readonly number[]): boolean {
  const value = valueOf(known, counts);
  return known.low <= value && value <= known.high;
}

/**
 * The sums of a later version of the same year, in the finest cells of the first one and what was
 * added to and taken from each of them since, version by version.
 */
export function inVersion(sum: Sum, version: number, size: number): Sum {
  const shifted = (by: number) => sum.plus.map((part) => part + by * size);
  const steps = Array.from({ length: version }, (_, step) => 2 * step + 1);
  if (version === 0) return sum;
  return {
    plus: [...sum.plus, ...steps.flatMap((step) => shifted(step))],
    minus: steps.flatMap((step) => shifted(step + 1)),
  };
}
