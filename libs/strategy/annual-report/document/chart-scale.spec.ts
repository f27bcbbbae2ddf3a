import { expect, it } from '@jest/globals';
import { scaleFor } from './chart-scale.js';

it.each([
  ['from zero', [3, 10], { from: 0, to: 12 }],
  ['from below values that lie close together', [95, 100], { from: 90, to: 102 }],
  ['from below a value that stands alone', [50], { from: 45, to: 51 }],
  ['from zero where all is zero', [0], { from: 0, to: 0.2 }],
])('an axis goes %s', (_, values, ends) => {
  const scale = scaleFor(values);
  expect(scale).toMatchObject(ends);
  expect(scale.ticks.at(0)).toBeCloseTo(scale.from);
  expect(scale.ticks.at(-1)).toBeCloseTo(scale.to);
  expect(scale.from).toBeLessThanOrEqual(Math.min(...values));
  expect(scale.to).toBeGreaterThan(Math.max(...values));
});
