import { describe, expect, it } from '@jest/globals';
import { attack, intervalsOf, unsafe, verify, type Problem, type Range } from './index.js';

/** Two counts and their total. A count of 3 must be able to be anything from 1 to 5. */
const problem: Problem = {
  size: 2,
  cells: [
    { key: 'few', plus: [0], value: 3, protect: { low: 1, high: 5 } },
    { key: 'many', plus: [1], value: 9 },
    { key: 'total', plus: [0, 1], value: 12 },
  ],
  known: [],
};

const found = (low: number, high: number, decided = true): Range => ({
  ...{ key: 'few', low, high, decided },
});

describe('a sensitive cell', () => {
  it.each([
    ['may be all that it must', found(1, 5), []],
    ['may be more than it must', found(0, Infinity), []],
    ['may not be as many as it must', found(1, 4), ['few']],
    ['may not be as few as it must', found(2, 5), ['few']],
    ['may be too little in both directions', found(2, 4), ['few']],
    ['is found out', found(3, 3), ['few']],
    ['may be all that it must, but that is not decided', found(1, 5, false), ['few']],
  ])('%s', async (_, range, short) => {
    expect(await unsafe(problem, [range])).toEqual(short);
  });

  it('of which nothing is found is shown', async () => {
    expect(await unsafe(problem, [])).toEqual(['few']);
  });

  it('is safe or not by its own range, whatever the others are', async () => {
    const [few, ...others] = problem.cells;
    const two = { ...problem, cells: [few, { ...few, key: 'other' }, ...others] } as Problem;
    const ranges = [found(1, 4), { ...found(1, 5), key: 'other' }];
    expect(await unsafe(two, ranges)).toEqual(['few']);
    expect(await unsafe(two, ranges.reverse())).toEqual(['few']);
  });
});

describe('what is known of the cells whatever is hidden', () => {
  /** Of twelve, published before, at most nine are the others: the few are three or more. */
  const bounded: Problem = {
    ...problem,
    known: [
      { key: 'total before', plus: [0, 1], low: 12, high: 12 },
      { key: 'others before', plus: [1], low: 0, high: 9 },
    ],
  };

  it('raises the lower end of what must remain possible', async () => {
    const { intervals, unprotectable } = await intervalsOf(bounded);
    expect(intervals).toEqual([{ key: 'few', low: 3, high: 5 }]);
    expect(unprotectable).toEqual([]);
    expect(await unsafe(bounded, [found(3, 12)])).toEqual([]);
    expect(await unsafe(bounded, [found(4, 12)])).toEqual(['few']);
  });

  it('never lowers its upper end', async () => {
    const atMost = { key: 'at most', plus: [0], low: 0, high: 4 };
    const capped: Problem = { ...problem, known: [atMost] };
    const { intervals, unprotectable } = await intervalsOf(capped);
    expect(intervals).toEqual([{ key: 'few', low: 1, high: 5 }]);
    expect(unprotectable).toEqual(['few']);
    const everything = new Set(['few', 'many', 'total']);
    const ranges = await attack(capped, everything);
    expect(ranges).toEqual([found(1, 4)]);
    expect(await unsafe(capped, ranges)).toEqual(['few']);
    expect(await verify(capped, everything)).toEqual(['few']);
  });
});
