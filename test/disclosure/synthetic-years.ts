import type { Cell, Known, Problem } from '@sikkerby/disclosure';
import { Random } from '../golden-year/random.js';

/** Districts, age bands, genders and sources. */
export const shape = [10, 5, 3, 6] as const;
type Dimension = 'district' | 'age' | 'gender' | 'source';
const dimensions: readonly Dimension[] = ['district', 'age', 'gender', 'source'];
export const finest = shape.reduce((product, length) => product * length, 1);

/** Tables, each published with all its totals. */
export type Design = readonly (readonly Dimension[])[];

export const designs = {
  /** 180 cells. */
  fourTwoWay: [
    ['district', 'age'],
    ['district', 'gender'],
    ['district', 'source'],
    ['age', 'gender'],
  ],
  /** 360 cells. */
  threeWay: [
    ['district', 'age', 'gender'],
    ['district', 'source'],
    ['age', 'source'],
  ],
  /** 408 cells. */
  oneOfSixYears: [
    ['district', 'gender', 'source'],
    ['district', 'age'],
    ['age', 'gender'],
    ['age', 'source'],
  ],
  /** 858 cells. */
  threeThreeWay: [
    ['district', 'age', 'gender'],
    ['district', 'age', 'source'],
    ['district', 'gender', 'source'],
  ],
} as const satisfies Record<string, Design>;

/** One code of each dimension; -1 is the total over it. */
export type Margin = readonly number[];

/** A count of a published table. */
export interface Published {
  readonly key: string;
  readonly margin: Margin;
  readonly value: number;
}

/** How many cases there are of each finest cell: few districts and sources have most of them. */
export function syntheticYear(seed: number, cases: number): number[] {
  const random = new Random(seed);
  const shares = shape.map((length) =>
    Array.from({ length }, (_, code) => (0.3 + random.next()) / (1 + code * 0.6)),
  );
  const ends: number[] = [];
  for (let cell = 0; cell < finest; cell += 1) {
    const codes = codesOf(cell);
    const share = codes.reduce((all, code, at) => all * (shares[at]?.[code] ?? 0), 1);
    ends.push((ends.at(-1) ?? 0) + share * (0.4 + 1.2 * random.next()));
  }
  const counts = ends.map(() => 0);
  for (let left = cases; left > 0; left -= 1) {
    const at = random.next() * (ends.at(-1) ?? 0);
    const cell = ends.findIndex((end) => at < end);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

/** The codes of a finest cell. */
export function codesOf(cell: number): number[] {
  let left = cell;
  return shape.map((length, at) => {
    const below = shape.slice(at + 1).reduce((product, other) => product * other, 1);
    const code = Math.floor(left / below) % length;
    left %= below;
    return code;
  });
}

const codesOfAll = Array.from({ length: finest }, (_, cell) => codesOf(cell));
const finestOfAll = new Map<string, readonly number[]>();

/** The finest cells that a margin adds up. */
export function finestOf(margin: Margin): readonly number[] {
  const key = keyOf(margin);
  const before = finestOfAll.get(key);
  if (before) return before;
  const found = codesOfAll.flatMap((codes, cell) =>
    margin.every((code, at) => code < 0 || code === codes[at]) ? [cell] : [],
  );
  finestOfAll.set(key, found);
  return found;
}

/** Each cell of the design's tables and of their totals, once. */
export function published(counts: readonly number[], design: Design, year = ''): Published[] {
  const margins = new Map<string, Margin>();
  for (const table of design) {
    let all: Margin[] = [[]];
    for (const [at, length] of shape.entries()) {
      const dimension = dimensions[at];
      const codes = dimension && table.includes(dimension) ? range(-1, length) : [-1];
      all = all.flatMap((before) => codes.map((code) => [...before, code]));
    }
    for (const margin of all) margins.set(keyOf(margin, year), margin);
  }
  return [...margins].map(([key, margin]) => ({
    key,
    margin,
    value: finestOf(margin).reduce((sum, cell) => sum + (counts[cell] ?? 0), 0),
  }));
}

export function keyOf(margin: Margin, year = ''): string {
  return `${year}${margin.map((code) => (code < 0 ? '*' : String(code))).join('|')}`;
}

/** The problem of publishing these: zeros are known, 1 to 4 are sensitive. */
export function problemOf(years: readonly (readonly Published[])[]): Problem {
  const cells: Cell[] = [];
  const known: Known[] = [];
  for (const [at, year] of years.entries()) {
    for (const { key, margin, value } of year) {
      const plus = finestOf(margin).map((cell) => cell + at * finest);
      if (value === 0) known.push({ key, plus, low: 0, high: 0 });
      else if (value < 5) cells.push({ key, plus, value, protect: { low: 1, high: 5 } });
      else cells.push({ key, plus, value });
    }
  }
  return { size: finest * years.length, cells, known };
}

function range(first: number, beyond: number): number[] {
  return Array.from({ length: beyond - first }, (_, at) => first + at);
}
