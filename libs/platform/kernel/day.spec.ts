import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, ageOn, day, dayInCopenhagen, isDay, yearSpan } from './day.js';

describe('a day', () => {
  it.each(['2018-01-01', '2018-12-31', '2017-02-28', '2016-02-29', '2000-02-29', '0001-01-01'])(
    'is %s',
    (text) => {
      expect(isDay(text)).toBe(true);
      expect(day(text)).toBe(text);
    },
  );

  it.each([
    '2017-02-29',
    '2017-02-30',
    '1900-02-29',
    '2018-04-31',
    '2018-00-10',
    '2018-13-10',
    '2018-01-00',
    '2018-01-32',
    '2018-1-1',
    '18-01-01',
    '2018-01-01T00:00:00Z',
    ' 2018-01-01',
    '2018-01-01\n',
    '20180101',
    '01-01-2018',
    '',
  ])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(RangeError);
  });

  it.each([undefined, null, 20180101, new Date('2018-01-01'), ['2018-01-01']])(
    'is a text, not %p',
    (other) => {
      expect(isDay(other)).toBe(false);
    },
  );

  it('that does not exist is not repeated in what is said about it', () => {
    expect(() => day('150202-1234')).toThrow('not a calendar day of the form YYYY-MM-DD');
  });
});

describe('the day in Copenhagen', () => {
  it.each([
    ['in winter begins at 23 UTC', '2017-12-31T22:59:59.999Z', '2017-12-31'],
    ['in winter begins at 23 UTC, and with it the year', '2017-12-31T23:00:00Z', '2018-01-01'],
    ['in summer begins at 22 UTC', '2018-06-30T21:59:59.999Z', '2018-06-30'],
    ['in summer begins at 22 UTC, and with it the month', '2018-06-30T22:00:00Z', '2018-07-01'],
    ['on which summer time begins still begins at 23 UTC', '2018-03-24T22:59:59Z', '2018-03-24'],
    ['on which summer time begins still begins at 23 UTC', '2018-03-24T23:00:00Z', '2018-03-25'],
    ['on which summer time begins has 23 hours', '2018-03-25T21:59:59Z', '2018-03-25'],
    ['on which summer time begins has 23 hours', '2018-03-25T22:00:00Z', '2018-03-26'],
    ['on which summer time ends still begins at 22 UTC', '2018-10-27T21:59:59Z', '2018-10-27'],
    ['on which summer time ends still begins at 22 UTC', '2018-10-27T22:00:00Z', '2018-10-28'],
    ['on which summer time ends has 25 hours', '2018-10-28T22:59:59Z', '2018-10-28'],
    ['on which summer time ends has 25 hours', '2018-10-28T23:00:00Z', '2018-10-29'],
    ['may be the leap day', '2016-02-28T23:00:00Z', '2016-02-29'],
  ])('%s: %s', (_, instant, expected) => {
    expect(dayInCopenhagen(new Date(instant))).toBe(expected);
  });
});

describe('days later', () => {
  it.each([
    ['2018-01-31', 1, '2018-02-01'],
    ['2018-01-01', -1, '2017-12-31'],
    ['2018-03-24', 1, '2018-03-25'],
    ['2018-03-25', 1, '2018-03-26'],
    ['2018-10-28', 1, '2018-10-29'],
    ['2016-02-28', 1, '2016-02-29'],
    ['2017-02-28', 1, '2017-03-01'],
    ['2016-03-01', -1, '2016-02-29'],
    ['2018-01-01', 365, '2019-01-01'],
    ['2016-01-01', 366, '2017-01-01'],
    ['2018-05-17', 0, '2018-05-17'],
  ])('%s and %d days is %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
  });
});

describe('months later', () => {
  it.each([
    ['2018-01-15', 1, '2018-02-15'],
    ['2018-12-15', 1, '2019-01-15'],
    ['2018-01-15', -1, '2017-12-15'],
    ['2018-01-31', 1, '2018-02-28'],
    ['2016-01-31', 1, '2016-02-29'],
    ['2018-03-31', 1, '2018-04-30'],
    ['2018-03-31', -1, '2018-02-28'],
    ['2018-02-28', 1, '2018-03-28'],
    ['2018-10-31', 4, '2019-02-28'],
    ['2016-02-29', 12, '2017-02-28'],
    ['2016-02-29', 48, '2020-02-29'],
    ['2018-12-31', 12, '2019-12-31'],
    ['2018-05-17', 0, '2018-05-17'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });
});

describe('an age', () => {
  it.each([
    ['the day before the birthday', '2000-05-17', '2018-05-16', 17],
    ['on the birthday', '2000-05-17', '2018-05-17', 18],
    ['the day after the birthday', '2000-05-17', '2018-05-18', 18],
    ['earlier in the month, but in a later month', '2000-05-17', '2018-06-01', 18],
    ['later in the month, but in an earlier month', '2000-05-17', '2018-04-30', 17],
    ['on the day of the birth', '2000-05-17', '2000-05-17', 0],
    ['at the end of the year before', '2000-01-01', '2017-12-31', 17],
    ['on New Year’s Day', '2000-01-01', '2018-01-01', 18],
    ['on New Year’s Day of one born on the last of a year', '1999-12-31', '2018-01-01', 18],
    ['on 28 February of one born on a leap day', '2000-02-29', '2018-02-28', 17],
    ['on 1 March of one born on a leap day', '2000-02-29', '2018-03-01', 18],
    ['on the leap day of one born on one', '2000-02-29', '2016-02-29', 16],
    ['on the leap day of one born on 1 March', '2000-03-01', '2016-02-29', 15],
  ])('%s', (_, born, on, age) => {
    expect(ageOn(day(born), day(on))).toBe(age);
  });
});

describe('a year', () => {
  it('goes from 1 January to 31 December', () => {
    expect(yearSpan(2016)).toEqual({ from: '2016-01-01', to: '2016-12-31' });
  });

  it('of fewer digits still compares as text', () => {
    expect(yearSpan(12)).toEqual({ from: '0012-01-01', to: '0012-12-31' });
  });
});
