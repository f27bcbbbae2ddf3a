import { describe, expect, it, jest } from '@jest/globals';
import { attack, protect, unsafe, verify, type Known } from '@sikkerby/disclosure';
import { SecondAttacker, unsafeTo } from './second-attacker.js';
import { tableOf } from './small-tables.js';
import { problemOfSums, together, type Sums } from './sums.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(90));

describe('two hierarchies over the same neighbourhoods', () => {
  const counts = [2, 12, 7, 3, 15, 9, 11, 8, 4];
  const total = { all: [0, 1, 2, 3, 4, 5, 6, 7, 8] };
  const neighbourhoods = Object.fromEntries(counts.map((_, at) => [`neighbourhood ${at}`, [at]]));
  const districts = { north: [0, 1, 2], west: [3, 4, 5], south: [6, 7, 8] };
  const schools = { first: [0, 1], second: [2, 3, 4], third: [5, 6], fourth: [7, 8] };
  const byDistrict = problemOfSums(counts, { ...total, ...neighbourhoods, ...districts });
  const bySchool = problemOfSums(counts, { ...total, ...neighbourhoods, ...schools });
  const both = together(byDistrict, bySchool);

  it('open each other when each is protected by itself', async () => {
    const one = await protect(byDistrict);
    const other = await protect(bySchool);
    expect(await verify(byDistrict, new Set(one.hidden))).toEqual([]);
    const shown = (of: typeof both, hidden: readonly string[]) =>
      of.cells.map(({ key }) => key).filter((key) => !hidden.includes(key));
    const out = new Set([...shown(byDistrict, one.hidden), ...shown(bySchool, other.hidden)]);
    const hidden = new Set(both.cells.map(({ key }) => key).filter((key) => !out.has(key)));
    const opened = await verify(both, hidden);
    expect(opened).not.toEqual([]);
    expect(unsafeTo(both, hidden)).toEqual(opened);
  });

  it('are safe when protected as one', async () => {
    const { hidden, unprotectable } = await protect(both);
    expect(unprotectable).toEqual([]);
    expect(await verify(both, new Set(hidden))).toEqual([]);
    expect(unsafeTo(both, new Set(hidden))).toEqual([]);
  });
});

describe('published zeros', () => {
  const sums: Sums = { all: [0, 1, 2], two: [0], three: [1], nothing: [2] };

  it('tell that a hidden cell is at least 1, so that 5 cannot be split in secret', async () => {
    const problem = problemOfSums([2, 3, 0], sums);
    const hidden = new Set(['two', 'three']);
    expect(await attack(problem, hidden)).toEqual([
      { key: 'two', low: 1, high: 4, decided: true },
      { key: 'three', low: 1, high: 4, decided: true },
    ]);
    expect(await verify(problem, hidden)).toEqual(['two', 'three']);
    expect(unsafeTo(problem, hidden)).toEqual(['two', 'three']);
  });

  it('leave 6 to be split in secret', async () => {
    const problem = problemOfSums([2, 4, 0], sums);
    expect(await verify(problem, new Set(['two', 'three']))).toEqual([]);
    expect(unsafeTo(problem, new Set(['two', 'three']))).toEqual([]);
  });
});

describe('a row whose small cells are the only ones hidden', () => {
  const problem = tableOf([3, 3], [2, 1, 40, 20, 30, 25, 31, 22, 12]);
  const small = new Set(['|0|0', '|0|1']);

  it('is opened by its total', async () => {
    expect(await verify(problem, small)).toEqual(['|0|0', '|0|1']);
    expect(unsafeTo(problem, small)).toEqual(['|0|0', '|0|1']);
  });

  it('is given a larger cell to hide behind', async () => {
    const { hidden } = await protect(problem);
    expect(hidden.some((key) => key === '|0|2' || key === '|0|*')).toBe(true);
    expect(unsafeTo(problem, new Set(hidden))).toEqual([]);
  });
});

/** All ways to write a number as ordered whole numbers above zero. */
function splitsOf(number: number, parts: number): number[][] {
  if (parts === 1) return [[number]];
  return Array.from({ length: number - 1 }, (_, at) =>
    splitsOf(number - at - 1, parts - 1).map((others) => [at + 1, ...others]),
  ).flat();
}

describe("Infohus's figures that are printed elsewhere", () => {
  const printed = (key: string, plus: readonly number[], value: number): Known => ({
    key: `printed ${key}`,
    plus,
    low: value,
    high: value,
  });

  it('are publishable as totals', async () => {
    const totals = problemOfSums([14, 38], { enquiries: [0, 1], founded: [0] });
    const known = [printed('52', [0, 1], 52), printed('14', [0], 14)];
    const { hidden, unprotectable } = await protect({ ...totals, known });
    expect([hidden, unprotectable]).toEqual([[], []]);
  });

  it.each([2, 3])('no split of the 14 into %i leaks a part', async (parts) => {
    const splits = splitsOf(14, parts).filter((split) => split.some((count) => count < 5));
    const ascending = splits.filter((split) => split.every((n, at) => n >= (split[at - 1] ?? 0)));
    expect(ascending.length).toBeGreaterThan(3);
    for (const split of ascending) {
      const sums = Object.fromEntries(split.map((_, at) => [`part ${at}`, [at]]));
      const whole = [printed('14', [...split.keys()], 14)];
      const problem = { ...problemOfSums(split, sums), known: whole };
      const { hidden, unprotectable } = await protect(problem);
      const attacker = new SecondAttacker(problem, new Set(hidden));
      for (const cell of problem.cells) {
        if (!cell.protect) continue;
        const { low, high } = attacker.range(cell, 14);
        const isSafe = low === 1 && high >= 5;
        expect([split, cell.key, isSafe || unprotectable.includes(cell.key)]).toEqual([
          split,
          cell.key,
          true,
        ]);
      }
    }
  });

  it('cannot be hidden any more where a part itself is printed', async () => {
    const problem = problemOfSums([8, 2], { left: [0], right: [1] });
    const known = [printed('10', [0, 1], 10), printed('8', [0], 8)];
    const { unprotectable } = await protect({ ...problem, known });
    expect(unprotectable).toEqual(['right']);
    const everything = new Set(['left', 'right']);
    const ranges = await attack({ ...problem, known }, everything);
    expect(ranges).toEqual([{ key: 'right', low: 2, high: 2, decided: true }]);
    expect(await unsafe({ ...problem, known }, ranges)).toEqual(['right']);
  });
});
