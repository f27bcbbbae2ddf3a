import { describe, expect, it, jest } from '@jest/globals';
import {
  attack,
  openAttacker,
  protect,
  verify,
  type Known,
  type Problem,
} from '@sikkerby/disclosure';
import { SecondAttacker, unsafeTo } from './second-attacker.js';
import { sensitive, tableOf } from './small-tables.js';
import { together } from './sums.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(90));

describe('one person more in a table that is out', () => {
  const before = tableOf([3, 3], [2, 20, 9, 14, 8, 30, 25, 31, 12]);
  const after = [3, 20, 9, 14, 8, 30, 25, 31, 12];
  const finest = [...after.keys()];
  const [came, went] = [finest.map((cell) => cell + 9), finest.map((cell) => cell + 18)];

  /** The same cells again, as the first release, who came and who went since. */
  function revision(hidden: ReadonlySet<string>, changes: number): Problem {
    const first = before.cells.map(({ key, plus, value }): Known => {
      const isHidden = hidden.has(key);
      const [low, high] = isHidden ? [1, Infinity] : [value, value];
      return { key: `first ${key}`, plus, low, high };
    });
    const cells = before.cells.map(({ key, plus }) => {
      const value = plus.reduce((sum, cell) => sum + (after[cell] ?? 0), 0);
      const arrived = plus.map((cell) => cell + 9);
      const left = plus.map((cell) => cell + 18);
      return { key, plus: [...plus, ...arrived], minus: left, value, ...sensitive(value) };
    });
    const budget = { key: 'changes', plus: [...came, ...went], low: 0, high: changes };
    return { size: 27, cells, known: [...first, budget] };
  }

  it('is pinned to its cell by the fewest changes, though the same cells are hidden', async () => {
    const { hidden } = await protect(before);
    const same = new Set(hidden);
    expect(await verify(before, same)).toEqual([]);
    const free = revision(same, Infinity);
    const shown = free.cells.map((cell) => ({
      ...cell,
      low: same.has(cell.key) ? 1 : cell.value,
      high: same.has(cell.key) ? Infinity : cell.value,
    }));
    const rangesWithin = async (changes: number) => {
      const known = [...shown, ...revision(same, changes).known];
      const attacker = await openAttacker(27, known);
      const fewest = attacker.range({ plus: [...came, ...went] });
      const arrivals = came.map((cell) => attacker.range({ plus: [cell] }));
      attacker.close();
      return { fewest: fewest.low, arrivals };
    };
    expect((await rangesWithin(100)).fewest).toBe(1);
    const one = { low: 1, high: 1, decided: true };
    const none = { low: 0, high: 0, decided: true };
    expect((await rangesWithin(1)).arrivals).toEqual(came.map((_, at) => (at === 0 ? one : none)));
    const second = new SecondAttacker(revision(same, 1), same);
    expect(came.map((cell) => second.range({ plus: [cell] }, 9).low)).toEqual(
      came.map((_, at) => (at === 0 ? 1 : 0)),
    );
  });

  it.each([1, 3])(
    'opens a cell that the second release hides by itself: within %i',
    async (most) => {
      const first = new Set(['|0|0', '|0|1', '|1|0', '|1|1']);
      const other = new Set(['|0|0', '|0|2', '|2|0', '|2|2']);
      expect(await verify(before, first)).toEqual([]);
      expect(await verify(tableOf([3, 3], after), other)).toEqual([]);
      const joint = revision(first, most);
      expect(unsafeTo(joint, other)).toEqual(['|0|0']);
      expect(await verify(joint, other)).toEqual(['|0|0']);
      const attacker = new SecondAttacker(joint, other);
      const cell = joint.cells.find(({ key }) => key === '|0|0') ?? { plus: [] };
      const range = attacker.range(cell, 100);
      expect(await attack(joint, other)).toEqual([{ key: '|0|0', ...range, decided: true }]);
    },
  );
});

describe('windows of three years over yearly tables', () => {
  const counts = [
    [3, 20, 11, 14, 9, 17],
    [6, 2, 14, 21, 8, 12],
    [12, 7, 4, 18, 16, 3],
    [4, 15, 10, 2, 25, 13],
  ];
  const placed = (problem: Problem, name: string, years: readonly number[]): Problem => {
    const over = (plus: readonly number[]) =>
      years.flatMap((year) => plus.map((cell) => cell + 6 * year));
    const cells = problem.cells.map((cell) => ({
      ...cell,
      key: `${name}${cell.key}`,
      plus: over(cell.plus),
    }));
    return { size: 24, cells, known: [] };
  };
  const yearly = counts.map((of, year) => placed(tableOf([2, 3], of), `year ${year}`, [year]));
  const windows = [0, 1].map((first) => {
    const years = [first, first + 1, first + 2];
    const sums = [0, 1, 2, 3, 4, 5].map((cell) =>
      years.reduce((sum, year) => sum + (counts[year]?.[cell] ?? 0), 0),
    );
    return placed(tableOf([2, 3], sums), `from ${first}`, years);
  });
  const all = together(...yearly, ...windows);

  it('open what each table hides by itself', async () => {
    const hidden = new Set<string>();
    for (const table of [...yearly, ...windows]) {
      for (const key of (await protect(table)).hidden) hidden.add(key);
    }
    for (const table of yearly) expect(await verify(table, hidden)).toEqual([]);
    const opened = await verify(all, hidden);
    expect(opened).not.toEqual([]);
    expect(unsafeTo(all, hidden)).toEqual(opened);
  });

  it('are safe when protected as one', async () => {
    const { hidden, unprotectable } = await protect(all);
    expect(unprotectable).toEqual([]);
    expect(await verify(all, new Set(hidden))).toEqual([]);
    expect(unsafeTo(all, new Set(hidden))).toEqual([]);
  });
});
