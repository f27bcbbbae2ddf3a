import { describe, expect, it } from '@jest/globals';
import { attack, protect, verify, type Problem } from './index.js';

/** Three rows and three columns with totals; zeros are known. */
function table(counts: readonly (readonly number[])[], threshold = 5): Problem {
  const width = counts[0]?.length ?? 0;
  const at = (row: number, column: number) => row * width + column;
  const rows = counts.map((_, row) => row);
  const columns = counts[0]?.map((_, column) => column) ?? [];
  const sums = [
    ...rows.flatMap((row) =>
      columns.map((column) => ({ key: `${row}.${column}`, plus: [at(row, column)] })),
    ),
    ...rows.map((row) => ({ key: `${row}.*`, plus: columns.map((column) => at(row, column)) })),
    ...columns.map((column) => ({ key: `*.${column}`, plus: rows.map((row) => at(row, column)) })),
    { key: '*.*', plus: rows.flatMap((row) => columns.map((column) => at(row, column))) },
  ].map((sum) => ({
    ...sum,
    value: sum.plus.reduce((all, cell) => all + (counts.flat()[cell] ?? 0), 0),
  }));
  return {
    size: counts.flat().length,
    cells: sums
      .filter(({ value }) => value > 0)
      .map((sum) =>
        sum.value < threshold ? { ...sum, protect: { low: 1, high: threshold } } : sum,
      ),
    known: sums
      .filter(({ value }) => value === 0)
      .map(({ key, plus }) => ({ key, plus, low: 0, high: 0 })),
  };
}

describe('protection of a small table', () => {
  const problem = table([
    [20, 30, 3],
    [15, 8, 40],
    [9, 25, 12],
  ]);

  it('hides a rectangle around a single small cell', async () => {
    const { hidden, unprotectable, cost } = await protect(problem, { effort: 0 });
    expect(unprotectable).toEqual([]);
    expect(hidden).toEqual(['0.0', '0.2', '2.0', '2.2']);
    expect(cost).toBeCloseTo(10 * (Math.log2(22) + Math.log2(11) + Math.log2(14)), 6);
    expect(await verify(problem, new Set(hidden))).toEqual([]);
    expect(await attack(problem, new Set(hidden))).toEqual([
      { key: '0.2', low: 1, high: 14, decided: true },
    ]);
  });

  it('is noticed by the attacker when one cell of it is shown', async () => {
    expect(await verify(problem, new Set(['0.0', '0.2', '2.2']))).toEqual(['0.2']);
  });
});
