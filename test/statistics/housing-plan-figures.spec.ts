import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  housingPlanFacts,
  housingPlanMeasures,
} from '../../libs/programmes/housing-plan/housing-plan.facts.js';
import { housingPlan } from '../../libs/programmes/housing-plan/housing-plan.js';
import { Ledger, only } from './support/ledger.js';
import { played, type Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

const of = (unit: string, act: string, on: string, data: object = {}): Move => [
  housingPlan,
  unit,
  act,
  on,
  data,
];
const end = (unit: string, on: string) => of(unit, 'end', on, { reason: 'goals-met' });
const observe = (unit: string, area: string, residents: number, year = 2018) =>
  of(unit, 'observe-coverage', '2019-02-01', { area, year, residents });
const correct = (unit: string, field: string, value: unknown) =>
  of(unit, 'correct', '2020-02-01', { field, value, reason: 'mistyped' });

function inForce(unit: string, on: string, areas: readonly string[] = ['valby']): Move[] {
  return [
    of(unit, 'register', '2015-06-01', { areas, district: 'valby', until: '2025-12-31' }),
    of(unit, 'enter-into-force', on),
  ];
}

interface Asking {
  readonly by?: string;
  readonly cut?: number;
}
const counted = (id: string, moves: readonly Move[], year: number, how?: Asking) =>
  ledger.counts(moves, housingPlanFacts, only(housingPlanMeasures, id), year, how);
const plans = async (moves: readonly Move[], year: number, how?: Asking) =>
  (await counted('housing-plan.plans', moves, year, how)).value;
const coverage = (moves: readonly Move[], year: number, how?: Asking) =>
  counted('housing-plan.coverage', moves, year, how);

describe('housing plans', () => {
  it('count from their first day in force, not while they are registered only', async () => {
    const plan = inForce('first', '2017-01-01');
    expect(await plans(plan.slice(0, 1), 2016)).toBe(0);
    expect([await plans(plan, 2016), await plans(plan, 2017)]).toEqual([0, 1]);
  });

  it('vectors 2 and 3: count up to the year of the last day, and again when reopened', async () => {
    const over = [...inForce('first', '2016-01-01'), end('first', '2016-12-31')];
    expect([await plans(over, 2016), await plans(over, 2017)]).toEqual([1, 0]);
    const again = [...over, of('first', 'reopen', '2018-02-01', { reason: 'new-grant' })];
    expect([await plans(again, 2017), await plans(again, 2018)]).toEqual([0, 1]);
  });

  it('R5 and R8: a void takes out, reinstating puts back, and the old cut stays', async () => {
    const plan = inForce('first', '2017-01-01');
    const voided = [...plan, of('first', 'void', '2017-04-01', { reason: 'test' })];
    expect([await plans(voided, 2017), await plans(voided, 2017, { cut: 2 })]).toEqual([0, 1]);
    expect(await plans([...voided, of('first', 'reinstate', '2017-04-02')], 2017)).toBe(1);
  });

  it('vector 7 and R9: a first day moved across New Year changes both years', async () => {
    const late = [...inForce('first', '2018-01-03'), end('first', '2018-12-31')];
    const moved = [...late, correct('first', 'openedOn', '2017-12-30')];
    expect([await plans(late, 2017), await plans(moved, 2017)]).toEqual([0, 1]);
  });
});

describe('coverage by housing plans', () => {
  const overlapping = [
    ...inForce('first', '2016-01-01', ['tingbjerg', 'husum']),
    ...inForce('second', '2016-01-01', ['husum', 'nordvest']),
    observe('first', 'tingbjerg', 6000),
    observe('first', 'husum', 4000),
    observe('second', 'husum', 4000),
    observe('second', 'nordvest', 3000),
  ];

  it('is the residents of the union of the areas: an overlap counts once', async () => {
    const { value, rows } = await coverage(overlapping, 2018, { by: 'area' });
    expect([value, rows]).toEqual([13000, { tingbjerg: 6000, husum: 4000, nordvest: 3000 }]);
  });

  it('stays whole when one of two plans over an area ends', async () => {
    expect((await coverage([...overlapping, end('second', '2017-12-31')], 2018)).value).toBe(10000);
    expect((await coverage([...overlapping, end('first', '2017-12-31')], 2018)).value).toBe(7000);
  });

  it('is of the year that was observed, while the plan is in force, and about', async () => {
    expect((await coverage(overlapping, 2017)).value).toBe(0);
    const notYet = [...inForce('first', '2019-01-01'), observe('first', 'valby', 500)];
    expect((await coverage(notYet, 2018)).value).toBe(0);
    const measure = only(housingPlanMeasures, 'housing-plan.coverage');
    expect([measure.precision, measure.outOf?.[2018]]).toEqual(['about', 613288]);
  });

  it('R9: a better observation takes the place of the other, which stays at earlier cuts', async () => {
    const better = [...overlapping, observe('first', 'tingbjerg', 6500)];
    expect((await coverage(better, 2018)).value).toBe(13500);
    expect((await coverage(better, 2018, { cut: overlapping.length })).value).toBe(13000);
    const without = [...overlapping, correct('first', 'areas', ['husum'])];
    expect((await coverage(without, 2018)).value).toBe(7000);
    expect(played(without)).toHaveLength(overlapping.length + 1);
  });
});
