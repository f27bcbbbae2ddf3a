import { describe, expect, it } from '@jest/globals';
import { shareOf } from './compute.js';
import type { Measure } from './measure.js';

const words = { da: 'opdigtet', en: 'made up' };
const counted: Measure = {
  id: 'made-up.counted',
  version: 1,
  kind: 'made-up.counted',
  distinct: 'unit',
  where: {},
  breakdowns: [],
  unit: words,
  title: words,
  description: words,
};
const outOf = (whole: number): Measure => ({ ...counted, outOf: { 2017: whole } });

describe('a share', () => {
  it.each([
    [1, 3, '33.3'],
    [2, 3, '66.7'],
    [1, 8, '12.5'],
    [3, 16, '18.8'],
    [1, 2000, '0.1'],
    [1, 2001, '0.0'],
    [999, 1000, '99.9'],
    [9995, 10_000, '100.0'],
    [9994, 10_000, '99.9'],
    [0, 7, '0.0'],
    [7, 7, '100.0'],
    [9, 7, '128.6'],
  ])(
    'of %d out of %d is %s per cent: the nearest tenth, half of one is up',
    (value, whole, share) => {
      expect(shareOf(value, outOf(whole), 2017)).toBe(share);
    },
  );

  it('is of a year of which the whole is known', () => {
    expect(shareOf(1, outOf(3), 2018)).toBeUndefined();
    expect(shareOf(1, counted, 2017)).toBeUndefined();
  });
});
