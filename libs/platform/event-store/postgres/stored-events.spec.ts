import { expect, it } from '@jest/globals';
import { instant } from './stored-events.js';

it.each([
  ['2018-05-17 10:00:00.123456', '2018-05-17T10:00:00.123456Z'],
  ['2018-05-17 10:00:00.12345', '2018-05-17T10:00:00.123450Z'],
  ['2018-05-17 10:00:00.5', '2018-05-17T10:00:00.500000Z'],
  ['2018-05-17 10:00:00.000001', '2018-05-17T10:00:00.000001Z'],
  ['2018-05-17 10:00:00', '2018-05-17T10:00:00.000000Z'],
])('the moment %s is told with all six digits, so that moments compare as text', (stored, told) => {
  expect(instant(stored)).toBe(told);
});
