import { describe, expect, it, jest } from '@jest/globals';
import { protect, verify } from '@sikkerby/disclosure';
import { counts } from '../support/effort.js';
import { designs, problemOf, published, syntheticYear } from './synthetic-years.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(120));

/** Hidden cells that are shown, one at a time. */
const tries = counts.shownCells;

const kinds = [
  ['fourTwoWay', 1500],
  ['fourTwoWay', 500],
  ['threeWay', 1500],
  ['threeWay', 5000],
] as const;

describe('a hidden cell that is shown', () => {
  it(`is noticed, whichever of ${tries} it is`, async () => {
    const noticed: Record<'itself sensitive' | 'opens another', number> = {
      'itself sensitive': 0,
      'opens another': 0,
    };
    let left = tries;
    for (let seed = 300; left > 0; seed += 1) {
      const [design, cases] = kinds[seed % kinds.length] ?? ['fourTwoWay', 500];
      const problem = problemOf([published(syntheticYear(seed, cases), designs[design])]);
      const { hidden } = await protect(problem, { effort: 0 });
      for (const shown of hidden.slice(0, left)) {
        left -= 1;
        const found = await verify(problem, new Set(hidden.filter((key) => key !== shown)));
        const itself = problem.cells.find(({ key }) => key === shown)?.protect !== undefined;
        expect([shown, found]).not.toEqual([shown, []]);
        if (itself) expect(found).toContain(shown);
        noticed[itself ? 'itself sensitive' : 'opens another'] += 1;
      }
    }
    expect(noticed['itself sensitive'] + noticed['opens another']).toBe(tries);
    expect(noticed['opens another']).toBeGreaterThan(tries / 5);
  });
});
