import { createHmac } from 'node:crypto';
import { protect, type Cell, type Known } from '@sikkerby/disclosure';
import { problemOf } from './counted-cell.js';
import { cellsOfAll, type DrawnSeries } from './drawn-series.js';
import { publicCells, type Version } from '../releases/versions.js';

export interface Hidden {
  readonly hidden: ReadonlySet<string>;
  readonly unprotectable: readonly string[];
}

/** Steps of the search for a pattern that hides less; the safe one of the first steps is kept. */
const effort = 200;
/** What hiding a cell costs that was hidden before, as a share: a pattern stays over revisions. */
const again = 0.05;
const noiseShare = 0.2;

export interface HideOptions {
  /** What others published, as sums over the cube's finest cells. */
  readonly elsewhere: readonly Known[];
  readonly secret: string;
  readonly earlier: readonly Version[];
  readonly pause: () => Promise<void>;
}

/**
 * Which cells of a series are hidden so that its sensitive ones are protected. Ties are broken by a
 * noise that nobody outside can compute, so that the pattern tells little of how it was found.
 */
export async function hide(
  drawn: DrawnSeries,
  { elsewhere, secret, earlier, pause }: HideOptions,
): Promise<Hidden> {
  const isSensitive = drawn.tables.some(({ cells }) => cells.some((cell) => cell.protect));
  if (!isSensitive) return { hidden: new Set(), unprotectable: [] };
  const before = new Set(
    publicCells(drawn.cube, earlier.at(-1)?.tables ?? [])
      .filter(({ value }) => value === null)
      .map(({ key }) => key),
  );
  const cells = cellsOfAll(drawn).map((cell) => ({
    ...cell,
    cost:
      costOf(cell.value, `${drawn.series.measure} ${cell.key}`, secret) *
      (before.has(cell.key) ? again : 1),
  }));
  const problem = problemOf(drawn.cube.size, cells, elsewhere, isShownAnyway);
  const { hidden, unprotectable } = await protect(problem, { effort, pause });
  return { hidden: new Set(hidden), unprotectable };
}

/** Zeros, and the total, which the strategy and the annual report print. */
function isShownAnyway({ key, value, protect }: Cell): boolean {
  return value === 0 || (key === '' && !protect);
}

/** By count, so that neither many cells nor large ones go first. */
function costOf(value: number, key: string, secret: string): number {
  const noise = createHmac('sha256', secret).update(key).digest().readUInt32BE() / 2 ** 32;
  return 10 * Math.log2(2 + value) * (1 + noiseShare * noise);
}
