import { expect, it } from '@jest/globals';
import { day } from '@sikkerby/kernel';
import { centreCodes, centres, isOpen } from './centres.js';
import { isDistrict } from './districts.js';

it('there are five centres, each in a district', () => {
  expect(centreCodes).toHaveLength(5);
  expect(Object.values(centres).every(({ district }) => isDistrict(district))).toBe(true);
});

it.each([
  ['2013-12-31', false],
  ['2014-01-01', true],
  ['2019-06-30', true],
  ['2019-07-01', false],
  ['2019-08-31', false],
  ['2019-09-01', true],
])('the centre in Valby on %s is open: %s', (on, open) => {
  expect(isOpen('centre-valby', day(on))).toBe(open);
});
