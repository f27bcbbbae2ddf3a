import { describe, expect, it, jest } from '@jest/globals';
import type { Cell, Problem } from '@sikkerby/disclosure';
import { Random } from '../golden-year/random.js';
import { factsOf, isMet } from './facts.js';
import { SecondAttacker, unsafeTo } from './second-attacker.js';
import { sensitive, tableOf } from './small-tables.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(90));

/** Every table there is of so many cells that count no more than `total` together. */
function everyTable(cells: number, total: number): number[][] {
  if (cells === 0) return [[]];
  return Array.from({ length: total + 1 }, (_, first) =>
    everyTable(cells - 1, total - first).map((others) => [first, ...others]),
  ).flat();
}

const sumOf = ({ plus }: Cell, table: readonly number[]) =>
  plus.reduce((sum, cell) => sum + (table[cell] ?? 0), 0);

/** Small tables, each with a choice of hidden cells; the total is always shown. */
const random = new Random(3);
const choices = Array.from({ length: 40 }, (_, at): [number, Problem, Set<string>] => {
  const counts = Array.from({ length: 6 }, () => random.whole(0, 3));
  const problem = tableOf([2, 3], counts);
  const hidden = problem.cells.filter(({ key }) => key !== '|*|*' && random.chance(0.6));
  return [at, problem, new Set(hidden.map(({ key }) => key))];
});

describe('the second attacker', () => {
  it.each(choices)('finds the ranges that all tables together have: %i', (_, problem, hidden) => {
    const attacker = new SecondAttacker(problem, hidden);
    const facts = factsOf(problem, hidden);
    const total = problem.cells.find(({ key }) => key === '|*|*')?.value ?? 0;
    const possible = everyTable(6, total).filter((table) =>
      facts.every((fact) => isMet(fact, Float64Array.from(table))),
    );
    for (const cell of problem.cells) {
      const sums = possible.map((table) => sumOf(cell, table));
      const range = { low: Math.min(...sums), high: Math.max(...sums) };
      expect(attacker.range(cell, 100)).toEqual(range);
    }
  });

  it('is satisfied by a hidden rectangle, and not by one side of it', () => {
    const problem = tableOf([2, 2], [3, 20, 30, 8]);
    expect(unsafeTo(problem, new Set(['|0|0', '|0|1', '|1|0', '|1|1']))).toEqual([]);
    expect(unsafeTo(problem, new Set(['|0|0', '|0|1']))).toEqual(['|0|0']);
    expect(unsafeTo(problem, new Set(['|0|0', '|0|1', '|1|0']))).toEqual(['|0|0']);
  });

  it('holds a cell safe that cannot be lower than what its parts are at least', () => {
    const cells = [
      { key: 'both', plus: [0, 1], value: 3, ...sensitive(3) },
      { key: 'one', plus: [0], value: 1, ...sensitive(1) },
      { key: 'other', plus: [1], value: 2, ...sensitive(2) },
      { key: 'rest', plus: [2], value: 9 },
      { key: 'all', plus: [0, 1, 2], value: 12 },
    ];
    const problem = { size: 3, cells, known: [] };
    expect(unsafeTo(problem, new Set(['both', 'one', 'other', 'rest']))).toEqual([]);
    expect(unsafeTo(problem, new Set(['both', 'one', 'other']))).toEqual(['both', 'one', 'other']);
  });
});
