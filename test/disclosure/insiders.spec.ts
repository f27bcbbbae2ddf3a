import { describe, expect, it, jest } from '@jest/globals';
import { protect, verify } from '@sikkerby/disclosure';
import { againstInsiders, agency, foundBy } from './insiders.js';
import { tableOf } from './small-tables.js';
import {
  codesOf,
  designs,
  finest,
  problemOf,
  published,
  shape,
  syntheticYear,
} from './synthetic-years.js';
import { effort } from '../support/effort.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(120));

const sources = Array.from({ length: shape[3] }, (_, source) => source);
const cellsOf = (source: number) =>
  Array.from({ length: finest }, (_, cell) => cell).filter((cell) => codesOf(cell)[3] === source);

const years = [
  { design: 'fourTwoWay', cases: 500, seed: 401 },
  { design: 'fourTwoWay', cases: 1500, seed: 401 },
  { design: 'threeWay', cases: 1500, seed: 401 },
] as const;
const yearsOfThisRun = effort === 'ordinary' ? years.slice(0, 1) : years;

describe('an agency that knows its own column', () => {
  it('recovers the one other cell that is hidden in a row, until more is hidden', async () => {
    const counts = [6, 2, 40, 12, 20, 30, 25, 31, 22];
    const problem = tableOf([3, 3], counts);
    const first = agency('first', [0, 3, 6], counts);
    const chosen = new Set(['|0|0', '|0|1', '|1|0', '|1|1']);
    expect(await verify(problem, chosen)).toEqual([]);
    expect((await foundBy(first, problem, chosen)).exactly).toEqual(['|0|1']);
    const more = await againstInsiders(problem, chosen, [first]);
    expect((await foundBy(first, problem, more)).exactly).toEqual([]);
    expect(more.size).toBeGreaterThan(chosen.size);
  });

  it.each(yearsOfThisRun)('recovers no other cell: $design, $cases cases', async (year) => {
    const counts = syntheticYear(year.seed, year.cases);
    const problem = problemOf([published(counts, designs[year.design])]);
    const agencies = sources.map((source) => agency(`source ${source}`, cellsOf(source), counts));
    const { hidden } = await protect(problem, { effort: 0 });
    const more = await againstInsiders(problem, new Set(hidden), agencies);
    expect(await verify(problem, more)).toEqual([]);
    const before: string[] = [];
    for (const source of agencies) {
      before.push(...(await foundBy(source, problem, new Set(hidden))).exactly);
      const { asked, exactly } = await foundBy(source, problem, more);
      expect(asked).toBeGreaterThan(0);
      expect(exactly).toEqual([]);
    }
    expect(before).not.toEqual([]);
  });
});

describe('a contributor who knows that it is counted', () => {
  it('recovers and narrows nothing', async () => {
    const counts = syntheticYear(400, 1500);
    const problem = problemOf([published(counts, designs.fourTwoWay)]);
    const { hidden } = await protect(problem, { effort: 0 });
    const sensitive = problem.cells.filter((cell) => cell.protect);
    const contributors = [...counts.keys()].filter(
      (cell) => (counts[cell] ?? 0) > 0 && sensitive.some(({ plus }) => plus.includes(cell)),
    );
    expect(contributors.length).toBeGreaterThan(5);
    const tried = effort === 'ordinary' ? contributors.slice(0, 6) : contributors;
    for (const cell of tried) {
      const knows = [{ key: 'myself', plus: [cell], low: 1, high: Infinity }];
      const nothing = { exactly: [], narrowed: [] };
      const itself = { key: 'a contributor', knows };
      expect(await foundBy(itself, problem, new Set(hidden))).toMatchObject(nothing);
    }
  });
});
