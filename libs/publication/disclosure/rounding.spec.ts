import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Problem } from './protection-problem.js';
import { roundToFive } from './rounding.js';

/** A table with all its totals. */
function table(shape: readonly number[], counts: readonly number[]): Problem {
  let sums = [{ key: '', plus: [0] }];
  for (const length of shape) {
    const codes = Array.from({ length }, (_, code) => code);
    sums = sums.flatMap(({ key, plus }) => [
      { key: `${key}*`, plus: plus.flatMap((cell) => codes.map((code) => cell * length + code)) },
      ...codes.map((code) => ({
        key: `${key}${code}`,
        plus: plus.map((cell) => cell * length + code),
      })),
    ]);
  }
  const cells = sums.map((sum) => ({ ...sum, value: valueOf(sum.plus, counts) }));
  return {
    size: counts.length,
    cells: cells.filter(({ value }) => value > 0),
    known: cells.filter(({ value }) => value === 0).map((cell) => ({ ...cell, low: 0, high: 0 })),
  };
}

const valueOf = (plus: readonly number[], counts: readonly number[]) =>
  plus.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);

/** The least distance of all tables whose finest cells are at neighbouring multiples, by trying. */
function leastDistance({ cells }: Problem, counts: readonly number[]): number | undefined {
  const distances = [...Array(2 ** counts.length).keys()].map((choice) => {
    const rounded = counts.map((count, at) =>
      choice & (1 << at) ? 5 * Math.ceil(count / 5) : 5 * Math.floor(count / 5),
    );
    return cells.reduce((sum, { plus, value }) => {
      const moved = Math.abs(valueOf(plus, rounded) - value);
      return sum + (moved < 5 ? moved : Infinity);
    }, 0);
  });
  const least = Math.min(...distances);
  return least < Infinity ? least : undefined;
}

async function rounded(problem: Problem) {
  const result = await roundToFive(problem);
  if (result.status === 'refused') throw new Error(result.why.en);
  return result;
}

describe('rounding to base 5', () => {
  it('adds up, moves each cell by less than 5 and all together as little as can be', async () => {
    const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 9, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(counts, async (of) => {
        const problem = table([3, 3], of);
        const { cells, distance, farther } = await rounded(problem);
        const at = new Map(cells.map(({ key, value }) => [key, value]));
        const finest = [...of.keys()].map(
          (cell) => at.get(`${String(Math.floor(cell / 3))}${String(cell % 3)}`) ?? 0,
        );
        expect(farther).toEqual([]);
        for (const { key, plus, value } of problem.cells) {
          expect(at.get(key)).toBe(valueOf(plus, finest));
          expect(Math.abs((at.get(key) ?? -9) - value)).toBeLessThan(5);
          expect((at.get(key) ?? 1) % 5).toBe(0);
        }
        expect(distance).toBe(leastDistance(problem, of));
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it('goes one multiple farther only where nothing else adds up', async () => {
    const ones = [1, 1, 1, 1, 1, 1];
    const six = [...ones.keys()];
    const sums = six.map((left) => ({
      key: `all but ${String(left)}`,
      plus: six.filter((cell) => cell !== left),
      value: 5,
    }));
    const cells = [...sums, ...six.map((cell) => ({ key: String(cell), plus: [cell], value: 1 }))];
    const problem = { size: 6, cells, known: [] };
    expect(leastDistance(problem, ones)).toBeUndefined();
    const { distance, farther, cells: found } = await rounded(problem);
    expect(farther).toHaveLength(1);
    expect(found.filter(({ value }) => value > 0)).toHaveLength(6);
    expect(distance).toBe(5 + 5 + 4);
  });

  it('is the same in whatever order the cells come', async () => {
    const problem = table([3, 3], [1, 7, 3, 2, 2, 9, 4, 4, 6]);
    const turned = { ...problem, cells: problem.cells.toReversed() };
    expect(JSON.stringify(await rounded(turned))).toBe(JSON.stringify(await rounded(problem)));
  });
});

describe('rounding is refused', () => {
  const problem = table([2, 2], [1, 7, 3, 2]);

  it('where anything is known exactly besides zeros', async () => {
    const known = [{ key: 'elsewhere', plus: [0, 1], low: 8, high: 8 }];
    expect(await roundToFive({ ...problem, known })).toMatchObject({ status: 'refused' });
  });

  it('where nothing adds up', async () => {
    const cells = [
      { key: 'a', plus: [0], value: 1 },
      { key: 'b', plus: [0], value: 21 },
    ];
    expect(await roundToFive({ size: 1, cells, known: [] })).toMatchObject({ status: 'refused' });
  });

  it('of cells that take something away', async () => {
    const cells = [{ key: 'a', plus: [0], minus: [1], value: 1 }];
    await expect(roundToFive({ size: 2, cells, known: [] })).rejects.toThrow('plain sums');
  });
});
