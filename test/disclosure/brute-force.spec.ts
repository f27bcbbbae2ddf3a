import { describe, expect, it, jest } from '@jest/globals';
import { protect, verify, type Problem } from '@sikkerby/disclosure';
import { Random } from '../golden-year/random.js';
import { leastCost } from './brute-force.js';
import { unsafeTo } from './second-attacker.js';
import { randomTable } from './small-tables.js';
import { counts } from '../support/effort.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(90));

const shapes = [
  [3, 3],
  [3, 4],
  [4, 4],
  [2, 2, 3],
];

/** As many of each shape, that have something to protect and not more choices than can be tried. */
const tables = shapes.flatMap((shape, at) => {
  const random = new Random(at);
  const found: [string, Problem][] = [];
  while (found.length < counts.smallTables / shapes.length) {
    const problem = randomTable(random, shape);
    const sensitive = problem.cells.filter(({ protect }) => protect).length;
    if (sensitive === 0 || problem.cells.length - sensitive > 18) continue;
    found.push([`${shape.join(' by ')}, number ${found.length + 1}`, problem]);
  }
  return found;
});

describe('of all choices of what to hide, tried one by one', () => {
  it.each(tables)('none that is safe costs less: %s', async (_, problem) => {
    const least = leastCost(problem);
    const { hidden, unprotectable, cost, bound } = await protect(problem, { effort: 10_000 });
    expect(unprotectable.length > 0).toBe(least === undefined);
    if (least === undefined) return;
    expect(unsafeTo(problem, new Set(hidden))).toEqual([]);
    expect(await verify(problem, new Set(hidden))).toEqual([]);
    expect(cost).toBeCloseTo(least, 6);
    expect(bound).toBeCloseTo(least, 6);
  });
});
