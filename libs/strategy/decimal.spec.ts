import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, isDecimal, minus, placesOf } from './decimal.js';

const written = fc.tuple(fc.nat(99_999), fc.constantFrom(0, 1, 2, 3)).map(([whole, places]) => {
  const digits = String(whole).padStart(places + 1, '0');
  const at = digits.length - places;
  return {
    whole,
    places,
    text: places === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`,
  };
});

describe('a decimal number', () => {
  it.each(['9', '82.7', '0.97', '1.0500'])('may be %s', (text) => {
    expect(isDecimal(text)).toBe(true);
  });

  it.each(['', '9,0', '.5', '5.', '05', '-1', '1e3', '1.00001', ' 9', 9])('is not %j', (text) => {
    expect(isDecimal(text)).toBe(false);
  });

  it('keeps its decimals apart where a float does not', () => {
    expect(minus('1.05', '0.97')).toBe('0.08');
    expect(minus('3.5', '2.25')).toBe('1.25');
    expect(minus('2', '2.5')).toBe('-0.5');
    expect(compare('0.30', '0.3')).toBe(0);
    expect(compare('-0.5', '-0.25')).toBe(-1);
    expect(() => compare('x', '1')).toThrow(RangeError);
  });

  it('is compared and subtracted as the whole numbers are, at any scale', () => {
    fc.assert(
      fc.property(written, written, (one, other) => {
        const [a, b] = [one.whole * 10 ** (3 - one.places), other.whole * 10 ** (3 - other.places)];
        expect(compare(one.text, other.text)).toBe(Math.sign(a - b));
        const difference = minus(one.text, other.text);
        expect(placesOf(difference)).toBe(Math.max(one.places, other.places));
        expect(compare(difference, '0')).toBe(Math.sign(a - b));
      }),
    );
  });
});
