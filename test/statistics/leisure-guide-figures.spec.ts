import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { feeGrant } from '../../libs/programmes/leisure-guide/fee-grant.js';
import {
  leisureGuideFacts,
  leisureGuideMeasures,
} from '../../libs/programmes/leisure-guide/leisure-guide.facts.js';
import { leisureGuide } from '../../libs/programmes/leisure-guide/leisure-guide.js';
import { Ledger, only } from './support/ledger.js';
import { played, type Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

const text = { vault: 'ref', digest: 'none' };
const child = (subject: string) => ({ subject, district: 'valby', gender: 'female', age: 11 });

/** A course with a child who was taken to a club on the day. */
function introduced(unit: string, subject: string, on: string): Move[] {
  const club = { subject, club: 'boldklub-7', activity: 'football', age: 11 };
  return [
    [leisureGuide, unit, 'begin-course', '2016-06-01', { ...child(subject), wish: text }],
    [leisureGuide, unit, 'introduce', on, club],
  ];
}

function granted(unit: string, subject: string, on: string): Move[] {
  const asked = { ...child(subject), club: 'danseskole-1', activity: 'dance', grounds: text };
  return [
    [feeGrant, unit, 'apply', '2016-06-01', asked],
    [feeGrant, unit, 'give', on, { subject, kroner: 900, age: 11 }],
  ];
}

function counted(
  moves: readonly Move[],
  year: number,
  { measure = 'children', ...how }: { measure?: string; by?: string; cut?: number } = {},
) {
  const wanted = only(leisureGuideMeasures, `leisure-guide.${measure}`);
  return ledger.counts(moves, leisureGuideFacts, wanted, year, how);
}

describe('children introduced to clubs', () => {
  it('count in the year of the introduction, not of the course or the application', async () => {
    const moves = [
      ...introduced('first', 'a', '2017-12-31'),
      ...granted('second', 'b', '2018-01-01'),
    ];
    const found = [];
    for (const year of [2016, 2017, 2018]) found.push((await counted(moves, year)).value);
    expect(found).toEqual([0, 1, 1]);
  });

  it('count once with a guide and a grant, and under both ways', async () => {
    const moves = [
      ...introduced('first', 'a', '2017-03-01'),
      ...granted('second', 'a', '2017-05-01'),
    ];
    const { value, rows } = await counted(moves, 2017, { by: 'way' });
    expect([value, rows]).toEqual([1, { guide: 1, 'fee-grant': 1 }]);
    expect((await counted(moves, 2017, { by: 'district' })).rows).toEqual({ valby: 1 });
    expect((await counted(moves, 2017, { measure: 'grants' })).value).toBe(1);
    expect((await counted(moves, 2017, { measure: 'kroner-granted' })).value).toBe(900);
  });

  it('R10: of two ages that are told of one day, the same one counts however the rows lie', async () => {
    const moves: Move[] = [
      ...introduced('first', 'a', '2017-03-01'),
      [
        leisureGuide,
        'first',
        'introduce',
        '2017-03-01',
        { subject: 'a', club: 'danseskole-1', activity: 'dance', age: 13 },
      ],
    ];
    const measure = only(leisureGuideMeasures, 'leisure-guide.children');
    const log = played(moves);
    const found = [];
    for (const turnedRound of [false, true]) {
      await ledger.load(log, leisureGuideFacts, turnedRound);
      const { rows } = await ledger.count(measure, 2017, log.at(-1)?.position ?? '', 'ageBand');
      found.push(rows);
    }
    expect(found).toEqual([{ '10-12': 1 }, { '10-12': 1 }]);
  });

  it('are not those of a course without a club, nor of a refused application', async () => {
    const moves: Move[] = [
      ...introduced('first', 'a', '2017-03-01').slice(0, 1),
      ...granted('second', 'b', '2017-03-01').slice(0, 1),
      [feeGrant, 'second', 'refuse', '2017-03-01', { reason: 'no-funds' }],
    ];
    expect((await counted(moves, 2017)).value).toBe(0);
  });

  it('vector 7 and R9: a day moved across New Year changes both years', async () => {
    const right = (field: string) => ({ field, value: '2017-12-30', reason: 'mistyped' });
    const moves: Move[] = [
      ...introduced('first', 'a', '2018-01-03'),
      ...granted('second', 'b', '2018-01-03'),
      [leisureGuide, 'first', 'correct', '2018-02-01', right('introducedOn')],
      [feeGrant, 'second', 'correct', '2018-02-01', right('grantedOn')],
    ];
    expect((await counted(moves, 2018, { cut: 4 })).value).toBe(2);
    expect([(await counted(moves, 2017)).value, (await counted(moves, 2018)).value]).toEqual([
      2, 0,
    ]);
  });

  it('keep a corrected day when the child is introduced to another club', async () => {
    const right = { field: 'introducedOn', value: '2017-12-30', reason: 'mistyped' };
    const another = { subject: 'a', club: 'danseskole-1', activity: 'dance', age: 12 };
    const moves: Move[] = [
      ...introduced('first', 'a', '2018-01-03'),
      [leisureGuide, 'first', 'correct', '2018-02-01', right],
      [leisureGuide, 'first', 'introduce', '2019-02-02', another],
    ];
    const found = [];
    for (const year of [2017, 2018, 2019]) found.push((await counted(moves, year)).value);
    expect(found).toEqual([1, 0, 1]);
  });

  it('R5 and R8: a void takes out, reinstating puts back; the old cut stays', async () => {
    const begun = introduced('first', 'a', '2017-03-01');
    const voided: Move[] = [
      ...begun,
      [leisureGuide, 'first', 'void', '2017-04-01', { reason: 'test' }],
    ];
    expect((await counted(voided, 2017)).value).toBe(0);
    expect((await counted(voided, 2017, { cut: begun.length })).value).toBe(1);
    const again: Move[] = [...voided, [leisureGuide, 'first', 'reinstate', '2017-04-02']];
    expect((await counted(again, 2017)).value).toBe(1);
  });

  it('R6 and R8: a duplicate grant counts under the one that stays, until it is unmerged', async () => {
    const survivorIs = { status: 'granted', subject: 'a', itself: false };
    const merged: Move[] = [
      ...granted('first', 'a', '2017-03-01'),
      ...granted('second', 'a', '2017-03-01'),
      [feeGrant, 'second', 'merge-into', '2017-04-01', { survivor: 'first', survivorIs }],
    ];
    expect((await counted(merged, 2017, { measure: 'grants' })).value).toBe(1);
    const apart: Move[] = [...merged, [feeGrant, 'second', 'unmerge', '2017-04-02']];
    expect((await counted(apart, 2017, { measure: 'grants' })).value).toBe(2);
    expect((await counted(apart, 2017)).value).toBe(1);
  });
});
