import { describe, expect, it, jest } from '@jest/globals';
import { attack, protect, unsafe } from '@sikkerby/disclosure';
import { counts } from '../support/effort.js';
import { shuttle } from './shuttle.js';
import { designs, problemOf, published, syntheticYear } from './synthetic-years.js';
import { notShown } from './witnesses.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(120));

/** Each design with each number of cases; those that take long come last. */
const kinds: readonly (readonly [keyof typeof designs, number])[] = [
  ['fourTwoWay', 100],
  ['threeWay', 500],
  ['fourTwoWay', 500],
  ['threeThreeWay', 100],
  ['fourTwoWay', 1500],
  ['threeWay', 1500],
  ['fourTwoWay', 5000],
  ['threeWay', 5000],
  ['threeWay', 100],
  ['oneOfSixYears', 100],
  ['oneOfSixYears', 500],
  ['oneOfSixYears', 1500],
  ['oneOfSixYears', 5000],
  ['threeThreeWay', 5000],
  ['threeThreeWay', 500],
  ['threeThreeWay', 1500],
];

const years = Array.from({ length: counts.syntheticYears }, (_, seed) => {
  const [design, cases] = kinds[seed % kinds.length] ?? ['fourTwoWay', 100];
  return { seed, design, cases };
});

describe.each(years)('year $seed of $cases cases, $design', ({ seed, design, cases }) => {
  const year = published(syntheticYear(seed, cases), designs[design]);
  const problem = problemOf([year]);
  const everything = new Set(problem.cells.map(({ key }) => key));

  it('leaves no sensitive cell unsafe to any attacker', async () => {
    const { hidden, unprotectable, intervals } = await protect(problem, { effort: 0 });
    const chosen = new Set(hidden);
    expect(unprotectable).toEqual([]);
    expect(await unsafe(problem, await attack(problem, chosen))).toEqual([]);
    expect(await notShown(problem, chosen, intervals)).toEqual([]);

    const [ranges, leasts] = [shuttle(year, chosen), shuttle(year, everything)];
    const values = new Map(year.map(({ key, value }) => [key, value]));
    for (const [key, { low, high }] of ranges) {
      expect(low).toBeLessThanOrEqual(values.get(key) ?? -1);
      expect(high).toBeGreaterThanOrEqual(values.get(key) ?? Infinity);
    }
    const sensitive = year.filter(({ value }) => value > 0 && value < 5).map(({ key }) => key);
    expect(intervals.map(({ key }) => key).sort()).toEqual(sensitive.sort());
    for (const { key, low, high } of intervals) {
      expect(high).toBe(5);
      expect(low).toBeLessThanOrEqual(leasts.get(key)?.low ?? 0);
      expect(ranges.get(key)?.low).toBeLessThanOrEqual(low);
      expect(ranges.get(key)?.high).toBeGreaterThanOrEqual(high);
    }
  });
});
