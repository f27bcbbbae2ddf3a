import { expect, it } from '@jest/globals';
import { fits } from './whole.js';

const sumOfBoth = { columns: [0, 1], values: [1, 1], low: 2, high: 4 };

it.each([
  ['whole counts within the row', [1, 2], true],
  ['the smallest sum that it may be', [0, 2], true],
  ['the largest', [4, 0], true],
  ['a smaller sum', [1, 0], false],
  ['a larger one', [3, 2], false],
  ['a count below zero, though the sum is right', [-1, 4], false],
  ['a part of a person, though the sum is right', [1.5, 1.5], false],
])('%s: %j fits is %s', (_, counts, isFit) => {
  expect(fits([sumOfBoth], Float64Array.from(counts))).toBe(isFit);
});
