import { describe, expect, it } from '@jest/globals';
import { districtCodes, districts, isDistrict } from './districts.js';

describe('the districts of Copenhagen', () => {
  it('are ten, each with a Danish name', () => {
    expect(districtCodes).toHaveLength(10);
    expect(districts['broenshoej-husum']).toBe('Brønshøj-Husum');
  });

  it.each(['noerrebro', 'amager-vest'])('%s is one', (code) => {
    expect(isDistrict(code)).toBe(true);
  });

  it.each(['nørrebro', 'Valby', 'toString', '', 7, undefined])('%p is none', (code) => {
    expect(isDistrict(code)).toBe(false);
  });
});
