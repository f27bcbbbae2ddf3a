import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activation } from '../../libs/programmes/activation/activation.js';
import {
  activationFacts,
  activationMeasures,
} from '../../libs/programmes/activation/activation.facts.js';
import { Ledger, only } from './support/ledger.js';
import type { Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

const move = (unit: string, act: string, on: string, data: object = {}): Move => [
  activation,
  unit,
  act,
  on,
  data,
];
function begun(unit: string, subject: string, on: string, kind = 'education'): Move {
  const who = { subject, district: 'valby', gender: 'male', age: 22 };
  return move(unit, 'begin', on, { ...who, kind, weeklyHours: 37 });
}
const end = (unit: string, on: string) => move(unit, 'end', on, { reason: 'job' });

interface How {
  readonly by?: string;
  readonly cut?: number;
}
const counted = (moves: readonly Move[], year: number, how?: How) =>
  ledger.counts(moves, activationFacts, only(activationMeasures), year, how);
async function years(moves: readonly Move[]): Promise<number[]> {
  const found = [];
  for (const year of [2017, 2018, 2019]) found.push((await counted(moves, year)).value);
  return found;
}

describe('persons in activation', () => {
  it('vector 1: a course of 31 December is of that year, and of those in which it goes on', async () => {
    expect(await years([begun('first', 'a', '2017-12-31')])).toEqual([1, 1, 1]);
    expect(await years([begun('first', 'a', '2018-01-01')])).toEqual([0, 1, 1]);
  });

  it('vector 2: counts the year of the last day, and not the one after', async () => {
    const first = begun('first', 'a', '2017-03-01');
    expect(await years([first, end('first', '2017-12-31')])).toEqual([1, 0, 0]);
    expect(await years([first, end('first', '2018-01-01')])).toEqual([1, 1, 0]);
  });

  it('vector 3: a reopening is the same person, in the years of both stretches', async () => {
    const again = [
      ...[begun('first', 'a', '2017-03-01'), end('first', '2017-06-01')],
      move('first', 'reopen', '2019-02-01', { reason: 'new-benefit' }),
    ];
    expect(await years(again)).toEqual([1, 0, 1]);
  });

  it('vector 4: two courses are one person, and one in each', async () => {
    const two = [
      ...[begun('first', 'a', '2017-03-01'), end('first', '2017-06-01')],
      begun('second', 'a', '2017-09-01', 'job-training'),
    ];
    const { value, rows } = await counted(two, 2017, { by: 'course' });
    expect([value, rows]).toEqual([1, { education: 1, 'job-training': 1 }]);
  });

  it('vector 7 and R9: a last day moved across New Year changes both years, not the earlier cut', async () => {
    const begunAndEnded = [begun('first', 'a', '2017-03-01'), end('first', '2018-01-03')];
    const right = { field: 'closedOn', value: '2017-12-30', reason: 'mistyped' };
    const moved = [...begunAndEnded, move('first', 'correct', '2018-02-01', right)];
    expect(await years(moved)).toEqual([1, 0, 0]);
    expect((await counted(moved, 2018, { cut: 2 })).value).toBe(1);
  });

  it('R5 and R8: a void takes out of every year, and reinstating puts back', async () => {
    const voided = [
      begun('first', 'a', '2018-03-01'),
      move('first', 'void', '2018-04-01', { reason: 'wrong-person' }),
    ];
    expect(await years(voided)).toEqual([0, 0, 0]);
    expect(await years([...voided, move('first', 'reinstate', '2018-04-02')])).toEqual([0, 1, 1]);
  });

  it('R6: a duplicate lends its days to the one that stays', async () => {
    const survivorIs = { status: 'ended', subject: 'a', itself: false };
    const merged = [
      ...[begun('first', 'a', '2017-03-01'), end('first', '2017-06-01')],
      begun('second', 'a', '2018-03-01'),
      move('second', 'merge-into', '2018-06-01', { survivor: 'first', survivorIs }),
    ];
    expect(await years(merged)).toEqual([1, 1, 0]);
  });
});
