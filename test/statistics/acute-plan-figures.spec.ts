import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acutePlanFacts,
  acutePlanMeasures,
} from '../../libs/programmes/acute-plan/acute-plan.facts.js';
import { acutePlan } from '../../libs/programmes/acute-plan/acute-plan.js';
import { Ledger, only } from './support/ledger.js';
import type { Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

const move = (act: string, on: string, data: object = {}): Move => [
  acutePlan,
  'first',
  act,
  on,
  data,
];
const activated = (on: string, kind = 'acute') =>
  move('activate', on, { kind, trigger: 'arson', district: 'valby' });
const correct = (field: string, value: unknown) =>
  move('correct', '2018-06-01', { field, value, reason: 'mistyped' });

const counted = async (moves: readonly Move[], year: number, cut?: number) => {
  const how = cut === undefined ? {} : { cut };
  return (await ledger.counts(moves, acutePlanFacts, only(acutePlanMeasures), year, how)).value;
};

describe('acute plans activated', () => {
  it('vector 1: count in the year of the activation only, while they are active and after', async () => {
    const eve = [activated('2017-12-31')];
    expect([await counted(eve, 2016), await counted(eve, 2017), await counted(eve, 2018)]).toEqual([
      0, 1, 0,
    ]);
  });

  it('are no plans of preparedness', async () => {
    const prepared = [activated('2017-05-01', 'preparedness')];
    expect(await counted(prepared, 2017)).toBe(0);
    const corrected = [...prepared, correct('kind', 'acute')];
    expect([await counted(corrected, 2017), await counted(corrected, 2017, 1)]).toEqual([1, 0]);
  });

  it('vector 3: do not count again when they are reopened', async () => {
    const again = [
      activated('2017-05-01'),
      move('deactivate', '2017-06-01', { reason: 'calm-again' }),
      move('reopen', '2018-02-01', { reason: 'flared-up-again' }),
    ];
    expect([await counted(again, 2017), await counted(again, 2018)]).toEqual([1, 0]);
  });

  it('R5 and R8: a void takes out, reinstating puts back, and the old cut stays', async () => {
    const voided = [activated('2017-05-01'), move('void', '2017-05-02', { reason: 'test' })];
    expect([await counted(voided, 2017), await counted(voided, 2017, 1)]).toEqual([0, 1]);
    expect(await counted([...voided, move('reinstate', '2017-05-03')], 2017)).toBe(1);
  });

  it('vector 7 and R9: an activation moved across New Year changes both years', async () => {
    const moved = [activated('2018-01-03'), correct('openedOn', '2017-12-30')];
    expect([await counted(moved, 2017), await counted(moved, 2018)]).toEqual([1, 0]);
  });
});
