import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { visitRegister } from '../../libs/programmes/centre-18-plus/centre-18-plus.js';
import {
  centre18PlusFacts,
  centre18PlusMeasures,
} from '../../libs/programmes/centre-18-plus/centre-18-plus.facts.js';
import { headCount } from '../../libs/programmes/centre-18-plus/head-count.js';
import { Ledger, only } from './support/ledger.js';
import type { Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

const centre = 'centre-valby';
interface Who {
  readonly subject?: string;
  readonly centre?: string;
  readonly age?: number;
  readonly resident?: boolean;
}

/** A visit, in the register that it belongs to. */
function visit(on: string, who: Who = {}): Move {
  const whole = { subject: 'a', centre, age: 19, resident: true, ...who };
  return [visitRegister, registerOf(on, whole), 'record-visit', on, { ...whole, gender: 'male' }];
}
function act(name: string, on: string, data: object, visitedOn: string): Move {
  const register = registerOf(visitedOn, { subject: 'a', centre });
  return [visitRegister, register, name, on, { visitedOn, ...data }];
}
function registerOf(on: string, who: Who): string {
  return [who.subject, who.centre, on.slice(0, 4)].join(' ');
}

interface How {
  readonly by?: string;
  readonly cut?: number;
}
const counted = (moves: readonly Move[], year: number, how?: How, id = 'persons') =>
  ledger.counts(
    moves,
    centre18PlusFacts,
    only(centre18PlusMeasures, `centre-18-plus.${id}`),
    year,
    how,
  );
async function years(moves: readonly Move[]): Promise<number[]> {
  return [(await counted(moves, 2017)).value, (await counted(moves, 2018)).value];
}

describe('persons at the 18+ centres', () => {
  it('vector 1: count in the year of each visit, on its last day too', async () => {
    expect(await years([visit('2017-12-31')])).toEqual([1, 0]);
    expect(await years([visit('2017-12-31'), visit('2018-01-01')])).toEqual([1, 1]);
  });

  it('vector 4: count once across visits and centres, and at every centre', async () => {
    const moves = [
      ...[visit('2017-02-01'), visit('2017-03-01')],
      visit('2017-05-01', { centre: 'centre-noerrebro' }),
    ];
    const atCentres = await counted(moves, 2017, { by: 'centre' });
    expect([atCentres.value, atCentres.rows]).toEqual([
      1,
      { 'centre-noerrebro': 1, 'centre-valby': 1 },
    ]);
  });

  it('R10: count in the district of the centre that they visited last', async () => {
    const moves = [visit('2017-05-01', { centre: 'centre-noerrebro' }), visit('2017-02-01')];
    expect((await counted(moves, 2017, { by: 'district' })).rows).toEqual({ noerrebro: 1 });
  });

  it('R14: are 18-25 and residents on the day of the visit', async () => {
    for (const who of [{ age: 17 }, { age: 26 }, { resident: false }]) {
      expect(await years([visit('2017-02-01', who)])).toEqual([0, 0]);
    }
    expect(
      await years([visit('2017-02-01', { age: 17 }), visit('2017-06-01', { age: 18 })]),
    ).toEqual([1, 0]);
    expect(
      await years([visit('2017-02-01', { age: 25 }), visit('2018-02-01', { age: 26 })]),
    ).toEqual([1, 0]);
  });

  it('vector 6: a visit recorded after a cut is in none before it', async () => {
    const moves = [visit('2017-03-01', { subject: 'b' }), visit('2017-12-20')];
    expect((await counted(moves, 2017)).value).toBe(2);
    expect((await counted(moves, 2017, { cut: 1 })).value).toBe(1);
  });

  it('R9: a corrected residence takes the visit out, not at the earlier cut', async () => {
    const right = { field: 'resident', value: false, reason: 'mistyped' };
    const moves = [visit('2017-03-01'), act('correct-visit', '2017-04-01', right, '2017-03-01')];
    expect((await counted(moves, 2017)).value).toBe(0);
    expect((await counted(moves, 2017, { cut: 1 })).value).toBe(1);
  });

  it('vector 7: a visit of the wrong year is voided in one register and recorded in the other', async () => {
    const wrong = act('void-visit', '2018-02-01', { reason: 'wrong-person' }, '2018-01-03');
    const moves = [visit('2018-01-03'), wrong, visit('2017-12-30')];
    expect(await years(moves)).toEqual([1, 0]);
    const cut = { cut: 1 };
    expect((await counted(moves, 2018, cut)).value).toBe(1);
  });

  it('R5 and R8: a void takes out one visit or all, and reinstating puts back', async () => {
    const reason = { reason: 'wrong-person' };
    const both = [visit('2017-03-01'), visit('2017-04-01')];
    const voided = (on: string) => act('void-visit', '2017-05-01', reason, on);
    expect(await years([...both, voided('2017-03-01')])).toEqual([1, 0]);
    const none = [...both, voided('2017-03-01'), voided('2017-04-01')];
    expect(await years(none)).toEqual([0, 0]);
    const back = act('reinstate-visit', '2017-05-02', {}, '2017-03-01');
    expect(await years([...none, back])).toEqual([1, 0]);
    const all = act('void', '2017-05-01', reason, '2017-03-01');
    expect(await years([...both, all])).toEqual([0, 0]);
    const allBack = act('reinstate', '2017-05-02', {}, '2017-03-01');
    expect(await years([...both, all, allBack])).toEqual([1, 0]);
  });

  it('are not those who were only counted: their visits are a figure of their own', async () => {
    const count = (unit: string, on: string, visitors: number): Move => [
      headCount,
      unit,
      'count-heads',
      on,
      { centre, visitors },
    ];
    const moves = [count('one', '2017-03-01', 12), count('two', '2017-03-02', 5)];
    expect(await years(moves)).toEqual([0, 0]);
    const { value, rows } = await counted(moves, 2017, { by: 'centre' }, 'anonymous-visits');
    expect([value, rows]).toEqual([17, { 'centre-valby': 17 }]);
  });
});
