import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { partnershipActivity } from '../../libs/programmes/safety-partnership/activity.js';
import {
  safetyPartnershipFacts,
  safetyPartnershipMeasures,
} from '../../libs/programmes/safety-partnership/safety-partnership.facts.js';
import { safetyPartnership } from '../../libs/programmes/safety-partnership/safety-partnership.js';
import { Ledger, only } from './support/ledger.js';
import type { Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

const of = (unit: string, act: string, on: string, data: object = {}): Move => [
  safetyPartnership,
  unit,
  act,
  on,
  data,
];
const end = (unit: string, on: string) => of(unit, 'end', on, { reason: 'goals-met' });
const correct = (unit: string, field: string, value: unknown) =>
  of(unit, 'correct', '2019-06-01', { field, value, reason: 'mistyped' });

function established(unit: string, on: string, what: object = {}): Move {
  const valby = { kind: 'local-area', area: 'valby', district: 'valby', until: '2025-12-31' };
  return of(unit, 'establish', on, { ...valby, ...what });
}

function areas(moves: readonly Move[], year: number, how?: { by?: string; cut?: number }) {
  const measure = only(safetyPartnershipMeasures, 'safety-partnership.areas');
  return ledger.counts(moves, safetyPartnershipFacts, measure, year, how);
}

async function areasIn(years: readonly number[], ...moves: readonly Move[]): Promise<number[]> {
  const found = [];
  for (const year of years) found.push((await areas(moves, year)).value);
  return found;
}

describe('local areas with a safety partnership', () => {
  it('are not those of city and police: a `police-municipal` one is none of the five', async () => {
    const both = [
      established('first', '2018-01-01'),
      established('second', '2018-01-01', { kind: 'police-municipal', area: 'noerrebro' }),
    ];
    expect((await areas(both, 2018)).value).toBe(1);
    const corrected = [...both, correct('second', 'kind', 'local-area')];
    expect((await areas(corrected, 2018)).value).toBe(2);
    expect((await areas(corrected, 2018, { cut: both.length })).value).toBe(1);
  });

  it('count once however many partnerships they have, in the district of the last', async () => {
    const two = [
      established('first', '2018-01-01'),
      end('first', '2018-05-31'),
      established('second', '2018-06-01', { district: 'vesterbro-kongens-enghave' }),
    ];
    const { value, rows } = await areas(two, 2018, { by: 'district' });
    expect([value, rows]).toEqual([1, { 'vesterbro-kongens-enghave': 1 }]);
  });

  it('vectors 1 and 2: count from the first day on, up to the year of the last', async () => {
    const eve = established('first', '2017-12-31');
    expect(await areasIn([2016, 2017, 2018], eve)).toEqual([0, 1, 1]);
    expect(await areasIn([2018, 2019], eve, end('first', '2018-12-31'))).toEqual([1, 0]);
    expect(await areasIn([2018, 2019], eve, end('first', '2019-01-01'))).toEqual([1, 1]);
  });

  it('vector 3: reopened, an area counts in the years of both episodes only', async () => {
    const again = [
      established('first', '2016-05-01'),
      end('first', '2017-03-01'),
      of('first', 'reopen', '2019-02-01', { reason: 'new-problems' }),
    ];
    expect(await areasIn([2015, 2016, 2017, 2018, 2019], ...again)).toEqual([0, 1, 1, 0, 1]);
  });

  it('R5 and R8: a void takes out, reinstating puts back, and the old cut stays', async () => {
    const voided = [
      established('first', '2018-02-01'),
      of('first', 'void', '2018-04-01', { reason: 'test' }),
    ];
    expect((await areas(voided, 2018)).value).toBe(0);
    expect((await areas(voided, 2018, { cut: 1 })).value).toBe(1);
    expect(await areasIn([2018], ...voided, of('first', 'reinstate', '2018-04-02'))).toEqual([1]);
  });

  it('vector 7 and R9: a first day moved across New Year changes both years', async () => {
    const late = established('first', '2018-01-03');
    const moved = [late, end('first', '2018-12-31'), correct('first', 'openedOn', '2017-12-30')];
    expect(await areasIn([2017, 2018], ...moved.slice(0, 2))).toEqual([0, 1]);
    expect(await areasIn([2017, 2018], ...moved)).toEqual([1, 1]);
  });
});

describe('activities of safety partnerships', () => {
  const walk = (unit: string, act: string, on: string, data: object = {}): Move => [
    partnershipActivity,
    unit,
    act,
    on,
    data,
  ];
  const planned = (unit: string, plannedOn: string) =>
    walk(unit, 'plan', '2017-11-01', {
      ...{ partnership: 'one', kind: 'safety-walk', plannedOn },
      partnershipIs: { status: 'established', area: 'valby', district: 'valby' },
    });
  const counted = async (year: number, ...moves: readonly Move[]) => {
    const measure = only(safetyPartnershipMeasures, 'safety-partnership.activities');
    const { value } = await ledger.counts(moves, safetyPartnershipFacts, measure, year);
    return value;
  };

  it('count in the year in which they were held, whenever they were planned for', async () => {
    const held = [planned('first', '2017-12-30'), walk('first', 'hold', '2018-01-02')];
    expect([await counted(2017, ...held), await counted(2018, ...held)]).toEqual([0, 1]);
  });

  it('do not count while they are planned, nor when they were cancelled or are void', async () => {
    const plan = planned('first', '2018-02-01');
    expect(await counted(2018, plan)).toBe(0);
    expect(await counted(2018, plan, walk('first', 'cancel', '2018-02-01', {}))).toBe(0);
    const held = [plan, walk('first', 'hold', '2018-02-01')];
    const voided = walk('first', 'void', '2018-02-02', { reason: 'test' });
    expect(await counted(2018, ...held, voided)).toBe(0);
  });
});
