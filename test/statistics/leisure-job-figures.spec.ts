import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  leisureJobFacts,
  leisureJobMeasures,
} from '../../libs/programmes/leisure-job/leisure-job.facts.js';
import { leisureJob } from '../../libs/programmes/leisure-job/leisure-job.js';
import { Ledger, only } from './support/ledger.js';
import type { Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

const move = (unit: string, act: string, on: string, data: object = {}): Move => [
  leisureJob,
  unit,
  act,
  on,
  data,
];

/** A match made on the day, some days after the search began. */
function matched(
  unit: string,
  subject: string,
  on: string,
  { district = 'valby', trade = 'shop' } = {},
): Move[] {
  const description = { vault: 'ref', digest: 'none' };
  const seeker = { subject, district: 'valby', gender: 'male', wishes: [trade], description };
  const job = { employer: 'butik-7', trade, answerBy: '2018-12-31' };
  return [
    move(unit, 'record-seeker', '2016-06-01', seeker),
    move(unit, 'propose', '2016-06-02', job),
    move(unit, 'match', on, { subject, district, age: 15, startsOn: '2019-01-01' }),
  ];
}

function counted(
  moves: readonly Move[],
  year: number,
  what: 'persons' | 'matches' = 'persons',
  how?: { by?: string; cut?: number },
) {
  const measure = only(leisureJobMeasures, `leisure-job.${what}`);
  return ledger.counts(moves, leisureJobFacts, measure, year, how);
}

async function both(moves: readonly Move[], year: number, cut?: number): Promise<number[]> {
  const how = cut === undefined ? {} : { cut };
  const persons = await counted(moves, year, 'persons', how);
  return [persons.value, (await counted(moves, year, 'matches', how)).value];
}

describe('young people matched with a leisure job', () => {
  it('count in the year of the match, whenever they sought and started', async () => {
    const eve = matched('first', 'a', '2017-12-31');
    expect([await both(eve, 2016), await both(eve, 2017), await both(eve, 2018)]).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
  });

  it('are not those who only sought or had a proposal, nor whose match was annulled', async () => {
    const made = matched('first', 'a', '2017-05-01');
    expect(await both(made.slice(0, 2), 2016)).toEqual([0, 0]);
    const annulled = [...made, move('first', 'annul', '2017-06-01', { reason: 'no-consent' })];
    expect(await both(annulled, 2017)).toEqual([0, 0]);
    expect(await both(annulled, 2017, made.length)).toEqual([1, 1]);
  });

  it('count once with two matches, under the last; the trades do not add up', async () => {
    const twice = [
      ...matched('first', 'a', '2017-03-01', { district: 'valby', trade: 'shop' }),
      ...matched('second', 'a', '2017-09-01', { district: 'indre-by', trade: 'office' }),
    ];
    expect(await both(twice, 2017)).toEqual([1, 2]);
    const district = await counted(twice, 2017, 'persons', { by: 'district' });
    expect(district.rows).toEqual({ 'indre-by': 1 });
    const trade = await counted(twice, 2017, 'persons', { by: 'trade' });
    expect(trade.rows).toEqual({ shop: 1, office: 1 });
  });

  it('vector 7 and R9: a match moved across New Year moves from one year to the other', async () => {
    const made = matched('first', 'a', '2018-01-03');
    const right = { field: 'matchedOn', value: '2017-12-30', reason: 'mistyped' };
    const moved = [...made, move('first', 'correct', '2018-10-01', right)];
    expect([await both(moved, 2017, made.length), await both(moved, 2018, made.length)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect([await both(moved, 2017), await both(moved, 2018)]).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  it('vector 3: a job that is taken up again is no new match', async () => {
    const again = [
      ...matched('first', 'a', '2017-03-01'),
      move('first', 'start', '2017-04-01'),
      move('first', 'end', '2017-09-30', { reason: 'season-over' }),
      move('first', 'reopen', '2018-04-01', { reason: 'new-season' }),
    ];
    expect([await both(again, 2017), await both(again, 2018)]).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  it('R5 and R8: a void takes out, reinstating puts back, and the old cut stays', async () => {
    const made = matched('first', 'a', '2017-03-01');
    const voided = [...made, move('first', 'void', '2017-04-01', { reason: 'test' })];
    expect(await both(voided, 2017)).toEqual([0, 0]);
    expect(await both(voided, 2017, made.length)).toEqual([1, 1]);
    expect(await both([...voided, move('first', 'reinstate', '2017-04-02')], 2017)).toEqual([1, 1]);
  });

  it('R6 and R8: a duplicate counts under the one that stays, and apart again when unmerged', async () => {
    const survivorIs = { status: 'matched', subject: 'a', itself: false };
    const merged = [
      ...matched('first', 'a', '2017-03-01'),
      ...matched('second', 'a', '2017-03-02'),
      move('second', 'merge-into', '2017-06-01', { survivor: 'first', survivorIs }),
    ];
    expect(await both(merged, 2017)).toEqual([1, 1]);
    expect(await both([...merged, move('second', 'unmerge', '2017-06-02')], 2017)).toEqual([1, 2]);
  });

  it('R5 and R6: what is lent counts though the search that stays led to nothing, unless that is void', async () => {
    const [seeker] = matched('first', 'a', '2017-03-01');
    const survivorIs = { status: 'seeking', subject: 'a', itself: false };
    const merged = [
      ...(seeker ? [seeker] : []),
      ...matched('second', 'a', '2017-03-02'),
      move('second', 'merge-into', '2017-06-01', { survivor: 'first', survivorIs }),
    ];
    expect(await both(merged, 2017)).toEqual([1, 1]);
    const voided = [...merged, move('first', 'void', '2017-07-01', { reason: 'test' })];
    expect(await both(voided, 2017)).toEqual([0, 0]);
    expect(await both([...voided, move('first', 'reinstate', '2017-07-02')], 2017)).toEqual([1, 1]);
  });

  it('R10 and R14: district and age are those at the match', async () => {
    const made = matched('first', 'a', '2017-03-01', { district: 'amager-vest' });
    const moves = [
      ...made,
      move('first', 'correct', '2017-05-01', {
        ...{ field: 'district', value: 'vanloese', reason: 'new-information' },
      }),
    ];
    const rows = async (by: string) => (await counted(moves, 2017, 'matches', { by })).rows;
    expect(await rows('district')).toEqual({ 'amager-vest': 1 });
    expect(await rows('ageBand')).toEqual({ '15-17': 1 });
  });
});
