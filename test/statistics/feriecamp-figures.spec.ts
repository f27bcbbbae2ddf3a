import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  feriecampFacts,
  feriecampMeasures,
} from '../../libs/programmes/feriecamp/feriecamp.facts.js';
import { feriecamp } from '../../libs/programmes/feriecamp/feriecamp.js';
import { Ledger, only } from './support/ledger.js';
import type { Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

const move = (unit: string, act: string, on: string, data: object = {}): Move => [
  feriecamp,
  unit,
  act,
  on,
  data,
];

/** A camp over New Year, held on these days. */
function camp(unit: string, area: string | undefined, ...days: readonly string[]): Move[] {
  const dates = { holiday: 'christmas', firstDay: '2017-12-27', lastDay: '2018-01-05' };
  const where =
    area === undefined ? { kind: 'city-wide' } : { kind: 'area', area, district: 'valby' };
  return [
    move(unit, 'plan', '2017-11-01', { ...dates, ...where }),
    ...days.map((on) => move(unit, 'hold-day', on)),
  ];
}

async function both(moves: readonly Move[], year: number, cut?: number): Promise<number[]> {
  const how = cut === undefined ? {} : { cut };
  const found = [];
  for (const id of ['areas', 'camps']) {
    const measure = only(feriecampMeasures, `feriecamp.${id}`);
    found.push((await ledger.counts(moves, feriecampFacts, measure, year, how)).value);
  }
  return found;
}

describe('areas with a holiday camp', () => {
  it('count once, however many camps and days', async () => {
    const days = ['2017-12-27', '2017-12-28'];
    const moves = [...camp('first', 'folehaven', ...days), ...camp('second', 'folehaven', ...days)];
    expect(await both(moves, 2017)).toEqual([1, 2]);
  });

  it('count in the years of the days on which a camp was held, not of its plan', async () => {
    const moves = camp('first', 'folehaven', '2018-01-01');
    expect([await both(moves, 2017), await both(moves, 2018)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    const over = camp('first', 'folehaven', '2017-12-31', '2018-01-01');
    expect([await both(over, 2017), await both(over, 2018), await both(over, 2019)]).toEqual([
      [1, 1],
      [1, 1],
      [0, 0],
    ]);
  });

  it('are not those of planned, cancelled and city-wide camps', async () => {
    const moves = [
      ...camp('planned', 'folehaven'),
      ...camp('cancelled', 'tingbjerg'),
      move('cancelled', 'cancel', '2017-12-01', { reason: 'no-staff' }),
      ...camp('city-wide', undefined, '2017-12-27'),
    ];
    expect(await both(moves, 2017)).toEqual([0, 1]);
  });

  it('vector 7 and R9: a day moved across New Year changes both years', async () => {
    const held = camp('first', 'folehaven', '2018-01-03');
    const right = { field: 'heldOn', value: ['2017-12-30'], reason: 'mistyped' };
    const moved = [...held, move('first', 'correct', '2018-02-01', right)];
    expect([await both(moved, 2017, held.length), await both(moved, 2018, held.length)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect([await both(moved, 2017), await both(moved, 2018)]).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  it('R5 and R8: a void takes the camp out, reinstating puts it back', async () => {
    const held = camp('first', 'folehaven', '2017-12-30');
    const voided = [...held, move('first', 'void', '2018-02-01', { reason: 'test' })];
    expect(await both(voided, 2017)).toEqual([0, 0]);
    expect(await both(voided, 2017, held.length)).toEqual([1, 1]);
    expect(await both([...voided, move('first', 'reinstate', '2018-02-02')], 2017)).toEqual([1, 1]);
  });

  it('are split by district and, not adding up, by holiday', async () => {
    const summer = { holiday: 'summer', firstDay: '2017-07-03', lastDay: '2017-07-07' };
    const moves = [
      ...camp('first', 'folehaven', '2017-12-30'),
      move('second', 'plan', '2017-05-01', {
        ...{ ...summer, kind: 'area', area: 'folehaven', district: 'valby' },
      }),
      move('second', 'hold-day', '2017-07-03'),
    ];
    const measure = only(feriecampMeasures, 'feriecamp.areas');
    const rows = async (by: string) =>
      (await ledger.counts(moves, feriecampFacts, measure, 2017, { by })).rows;
    expect(await rows('district')).toEqual({ valby: 1 });
    expect(await rows('holiday')).toEqual({ christmas: 1, summer: 1 });
  });
});
