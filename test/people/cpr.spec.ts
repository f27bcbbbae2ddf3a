import { describe, expect, it } from '@jest/globals';
import { readCpr } from '../../libs/people/register/cpr.js';

/** The centuries once more, row by row, as the CPR office's table has them. */
const table: [seventh: string, years: [from: number, to: number], century: number][] = [
  ['0123', [0, 99], 1900],
  ['4', [0, 36], 2000],
  ['4', [37, 99], 1900],
  ['5678', [0, 57], 2000],
  ['5678', [58, 99], 1800],
  ['9', [0, 36], 2000],
  ['9', [37, 99], 1900],
];

const two = (number: number) => String(number).padStart(2, '0');

describe('a CPR number', () => {
  it('says the century with its seventh digit, for every digit and year', () => {
    let rows = 0;
    for (const [digits, [from, to], century] of table) {
      for (const digit of digits) {
        for (let year = from; year <= to; year += 1) {
          const text = `1502${two(year)}-${digit}000`;
          expect([text, readCpr(text)?.birthDate]).toEqual([text, `${century + year}-02-15`]);
          rows += 1;
        }
      }
    }
    expect(rows).toBe(1000);
  });

  it('is read with and without the dash', () => {
    expect(readCpr('150202-1234')?.digits).toBe('1502021234');
    expect(readCpr('1502021234')?.digits).toBe('1502021234');
  });

  it.each(['310298-1234', '290217-4234', '290200-0234', '001298-1234', '151398-1234'])(
    'is none on a day that never was: %s',
    (text) => {
      expect(readCpr(text)).toBeUndefined();
    },
  );

  it('may be of 29 February in a leap year of its century', () => {
    expect(readCpr('290200-4234')?.birthDate).toBe('2000-02-29');
  });

  it.each([
    '',
    '150202',
    '150202-123',
    '150202-12345',
    '15 0202-1234',
    '150202–1234',
    'a50202-1234',
  ])('is not %j', (text) => {
    expect(readCpr(text)).toBeUndefined();
  });

  it('need not pass modulus 11, but says whether it does', () => {
    const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let passing = 0;
    for (let serial = 0; serial < 10_000; serial += 7) {
      const text = `150202${String(serial).padStart(4, '0')}`;
      const sum = weights.reduce(
        (total, weight, at) => total + weight * Number(text.charAt(at)),
        0,
      );
      expect(readCpr(text)?.passesModulus11).toBe(sum % 11 === 0);
      if (sum % 11 === 0) passing += 1;
    }
    expect(passing).toBeGreaterThan(50);
  });
});
