import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  gatheringBanFacts,
  gatheringBanMeasures,
} from '../../libs/programmes/gathering-ban/gathering-ban.facts.js';
import { gatheringBan } from '../../libs/programmes/gathering-ban/gathering-ban.js';
import { Ledger, only } from './support/ledger.js';
import type { Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

const move = (unit: string, act: string, on: string, data: object = {}): Move => [
  gatheringBan,
  unit,
  act,
  on,
  data,
];

/** A ban from the day on; a repeat where there was an earlier one. */
function issued(unit: string, on: string, repeatOf?: string): Move[] {
  const earlier = { status: 'expired', place: 'lokale-4', episodes: [{ from: '2016-01-01' }] };
  const repeat = repeatOf === undefined ? {} : { repeatOf, repeatOfIs: earlier };
  return [
    move(unit, 'warn', '2016-11-01', { place: 'lokale-4', premises: 'club', district: 'valby' }),
    move(unit, 'hear-owner', '2016-11-10', { answer: 'objects' }),
    move(unit, 'issue', on, repeat),
  ];
}

interface Asking {
  readonly by?: string;
  readonly cut?: number;
}
const counted = (id: string, moves: readonly Move[], year: number, how?: Asking) =>
  ledger.counts(moves, gatheringBanFacts, only(gatheringBanMeasures, id), year, how);
async function both(moves: readonly Move[], year: number, how?: Asking): Promise<number[]> {
  const decided = await counted('gathering-ban.issued', moves, year, how);
  return [decided.value, (await counted('gathering-ban.in-force', moves, year, how)).value];
}

describe('gathering bans', () => {
  it('count from the decision: a warning and a hearing do not', async () => {
    const ban = issued('first', '2017-05-01');
    expect(await both(ban.slice(0, 2), 2016)).toEqual([0, 0]);
    expect([await both(ban, 2016), await both(ban, 2017)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('vectors 1 and 2: are issued in one year and in force until the year of their last day', async () => {
    const ban = issued('first', '2017-10-01');
    expect([await both(ban, 2017), await both(ban, 2018)]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    const later = issued('first', '2017-10-02');
    expect(await both(later, 2018)).toEqual([0, 1]);
    expect(await both([...later, move('first', 'expire', '2018-02-01')], 2018)).toEqual([0, 1]);
    const early = move('first', 'withdraw', '2017-12-31', { reason: 'new-owner' });
    expect(await both([...later, early], 2018)).toEqual([0, 0]);
  });

  it('count as two when repeated, the repeat in force until it is withdrawn', async () => {
    const two = [...issued('first', '2016-12-01'), ...issued('second', '2017-05-01', 'first')];
    expect([await both(two, 2017), await both(two, 2019)]).toEqual([
      [1, 2],
      [0, 1],
    ]);
    const { rows } = await counted('gathering-ban.in-force', two, 2017, { by: 'term' });
    expect(rows).toEqual({ first: 1, repeat: 1 });
    const over = move('second', 'withdraw', '2018-12-31', { reason: 'new-owner' });
    expect(await both([...two, over], 2019)).toEqual([0, 0]);
  });

  it('R5 and R8: a void takes out, reinstating puts back, and the old cut stays', async () => {
    const ban = issued('first', '2017-05-01');
    const voided = [...ban, move('first', 'void', '2017-05-02', { reason: 'test' })];
    expect(await both(voided, 2017)).toEqual([0, 0]);
    expect(await both(voided, 2017, { cut: ban.length })).toEqual([1, 1]);
    expect(await both([...voided, move('first', 'reinstate', '2017-05-03')], 2017)).toEqual([1, 1]);
  });

  it('vector 7 and R9: a decision moved across New Year changes both years', async () => {
    const right = { field: 'openedOn', value: '2017-12-30', reason: 'mistyped' };
    const moved = [...issued('first', '2018-01-03'), move('first', 'correct', '2018-05-01', right)];
    expect([await both(moved, 2017), await both(moved, 2018)]).toEqual([
      [1, 1],
      [0, 1],
    ]);
    expect(await both(moved, 2017, { cut: 3 })).toEqual([0, 0]);
  });
});
