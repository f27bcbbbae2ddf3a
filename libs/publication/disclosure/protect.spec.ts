import { describe, expect, it } from '@jest/globals';
import { attack, protect, unsafe, verify, type Known, type Problem, type Sum } from './index.js';

type Named = Sum & { readonly key: string };

/** Publishes sums of counts, the zeros as known; below 5 they are sensitive. */
function publish(counts: readonly number[], sums: readonly Named[], known: Known[] = []): Problem {
  const valued = sums.map((sum) => ({
    ...sum,
    value: sum.plus.reduce((all, cell) => all + (counts[cell] ?? 0), 0),
  }));
  return {
    size: counts.length,
    cells: valued
      .filter(({ value }) => value > 0)
      .map((cell) => (cell.value < 5 ? { ...cell, protect: { low: 1, high: 5 } } : cell)),
    known: [
      ...valued
        .filter(({ value }) => value === 0)
        .map(({ key, plus }) => ({ key, plus, low: 0, high: 0 })),
      ...known,
    ],
  };
}

/** The cells of a table with its margins, row by row; a finest cell may hold several of them. */
function table(rows: number, columns: number, finest = (at: number) => [at], name = ''): Named[] {
  const all = (count: number) => Array.from({ length: count }, (_, at) => at);
  const cell = (row: number, column: number) => finest(row * columns + column);
  return [
    ...all(rows).flatMap((row) =>
      all(columns).map((column) => ({ key: `${name}${row}.${column}`, plus: cell(row, column) })),
    ),
    ...all(rows).map((row) => ({
      key: `${row}.*`,
      plus: all(columns).flatMap((column) => cell(row, column)),
    })),
    ...all(columns).map((column) => ({
      key: `${name}*.${column}`,
      plus: all(rows).flatMap((row) => cell(row, column)),
    })),
    { key: '*.*', plus: all(rows * columns).flatMap(finest) },
  ];
}

describe('protection of a small table', () => {
  const problem = publish([20, 30, 3, 15, 8, 40, 9, 25, 12], table(3, 3));
  const rectangle = new Set(['0.0', '0.2', '2.0', '2.2']);

  it('hides a rectangle around a single small cell, at a cost that is proven least', async () => {
    const found = await protect(problem);
    expect(found.hidden).toEqual([...rectangle]);
    expect(found.cost).toBeCloseTo(10 * (Math.log2(22) + Math.log2(11) + Math.log2(14)), 6);
    expect(found.bound).toBeCloseTo(found.cost, 6);
    expect(found.intervals).toEqual([{ key: '0.2', low: 1, high: 5 }]);
    expect(found.unprotectable).toEqual([]);
  });

  it('leaves the attacker the whole range that the rectangle allows', async () => {
    const ranges = await attack(problem, rectangle);
    expect(ranges).toEqual([{ key: '0.2', low: 1, high: 14, decided: true }]);
    expect(await unsafe(problem, ranges)).toEqual([]);
    expect(await verify(problem, rectangle)).toEqual([]);
  });

  it('is noticed by the attacker when one cell of it is shown', async () => {
    for (const shown of ['0.0', '2.0', '2.2']) {
      const hidden = new Set([...rectangle].filter((key) => key !== shown));
      expect(await verify(problem, hidden)).toEqual(['0.2']);
      expect(await unsafe(problem, await attack(problem, hidden))).toEqual(['0.2']);
    }
    expect(await unsafe(problem, await attack(problem, new Set()))).toEqual(['0.2']);
  });

  it('is open to whoever knows one of the hidden cells', async () => {
    const also = [{ key: 'own', plus: [0], low: 20, high: 20 }];
    expect(await attack(problem, rectangle, { also })).toEqual([
      { key: '0.2', low: 3, high: 3, decided: true },
    ]);
  });

  it('follows costs that are given', async () => {
    const dear = problem.cells.map((cell) => ({ ...cell, cost: cell.key === '0.0' ? 99 : 10 }));
    expect((await protect({ ...problem, cells: dear })).hidden).not.toContain('0.0');
  });
});

describe('effort', () => {
  const counts = [17, 9, 22, 10, 7, 16, 4, 23, 17, 14, 14, 2, 7, 28, 28, 7, 4, 11, 7, 2];
  const problem = publish(counts, table(4, 5));

  it('of 0 hides no cell that could be shown', async () => {
    const { hidden, bound } = await protect(problem, { effort: 0 });
    const sensitive = new Set(problem.cells.filter(({ protect }) => protect).map(({ key }) => key));
    const further = hidden.filter((key) => !sensitive.has(key));
    for (const shown of further)
      expect(await verify(problem, new Set(hidden.filter((key) => key !== shown)))).not.toEqual([]);
    expect(bound).toBe(0);
  });

  it('finds what is cheaper, and proves that nothing else is', async () => {
    const fast = await protect(problem, { effort: 0 });
    const best = await protect(problem);
    expect(best.cost).toBeLessThan(0.8 * fast.cost);
    expect(best.bound).toBe(best.cost);
    expect(await verify(problem, new Set(best.hidden))).toEqual([]);
  });
});

describe('what is known besides', () => {
  it('is that a hidden cell is at least 1', async () => {
    const row = publish([1, 1, 1], table(1, 3).slice(0, 4));
    const hidden = new Set(['0.0', '0.1', '0.2']);
    expect((await attack(row, hidden)).slice(0, 1)).toEqual([
      { key: '0.0', low: 1, high: 1, decided: true },
    ]);
    expect(await verify(row, hidden)).toEqual(['0.0', '0.1', '0.2', '0.*']);
  });

  it('is a zero, so that a cell alone with it in its row is shown by the total', async () => {
    const zeros = publish([3, 0, 9, 11, 20, 30], table(2, 3));
    expect(await verify(zeros, new Set(['0.0', '0.2', '1.0', '1.2']))).toEqual([]);
    expect(await verify(zeros, new Set(['0.0', '0.1', '1.0', '1.1']))).toEqual(['0.0']);
  });

  it('is a total that was printed elsewhere', async () => {
    const printed = { key: 'report', plus: [0, 1], low: 14, high: 14 };
    const split = publish([11, 3], table(1, 2).slice(0, 2), [printed]);
    expect((await protect(split)).hidden).toEqual(['0.0', '0.1']);
    expect(await attack(split, new Set(['0.0', '0.1']))).toEqual([
      { key: '0.1', low: 1, high: 13, decided: true },
    ]);
  });

  it('raises the lower end of an interval where nothing can be done about it', async () => {
    const told = { key: 'report', plus: [0], low: 2, high: 9 };
    const problem = publish([3, 20], table(1, 2), [told]);
    const { intervals, hidden } = await protect(problem);
    expect(intervals).toEqual(['0.0', '*.0'].map((key) => ({ key, low: 2, high: 5 })));
    expect(await unsafe(problem, await attack(problem, new Set(hidden)))).toEqual([]);
  });

  it('makes cells unprotectable that cannot reach the upper end', async () => {
    const printed = { key: 'report', plus: [0, 1, 2], low: 6, high: 6 };
    const problem = publish([2, 2, 2], table(1, 3), [printed]);
    const { unprotectable } = await protect(problem);
    expect(unprotectable).toEqual(['0.0', '0.1', '0.2', '*.0', '*.1', '*.2']);
  });
});

describe('two tables with the same margin', () => {
  // Districts by ages, and by sexes: in the first district all are of one sex.
  const byAge = table(2, 3, (at) => [2 * at, 2 * at + 1], 'age ');
  const bySex = table(
    2,
    2,
    (at) => [0, 2, 4].map((age) => (at > 1 ? 6 : 0) + age + (at % 2)),
    'sex ',
  );
  const shared = new Set(byAge.map(({ key }) => key));
  const linked = [...byAge, ...bySex.filter(({ key }) => !shared.has(key))];
  const counts = [2, 0, 2, 0, 2, 0, 20, 14, 18, 25, 30, 11];

  it('are protected together: what one hides the other must not show', async () => {
    const { hidden } = await protect(publish(counts, linked));
    expect(hidden).toEqual(expect.arrayContaining(['0.*', 'sex 0.0']));
    const alone = await protect(publish(counts, byAge));
    expect(alone.hidden).toContain('0.*');
    expect(await verify(publish(counts, linked), new Set(alone.hidden))).not.toEqual([]);
  });

  it('give the same bytes each time', async () => {
    const once = await protect(publish(counts, linked), { effort: 5 });
    const again = await protect(publish(counts, linked), { effort: 5 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(once));
  });

  it('leave others their turn between the calls of the solver', async () => {
    let turns = 0;
    const pause = () => {
      turns += 1;
      return Promise.resolve();
    };
    await protect(publish(counts, linked), { effort: 0, pause });
    expect(turns).toBeGreaterThan(10);
  });
});
