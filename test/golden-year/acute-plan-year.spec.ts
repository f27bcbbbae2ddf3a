import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  acutePlanFacts,
  acutePlanMeasures,
} from '../../libs/programmes/acute-plan/acute-plan.facts.js';
import { acutePlanProgramme } from '../../libs/programmes/acute-plan/acute-plan.programme.js';
import { Ledger, only } from '../statistics/support/ledger.js';
import { acutePlan } from './years/acute-plan-year.js';
import { demoMoves } from './demo/demo-moves.js';
import { Random } from './random.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('the golden year has 17 acute plans activated in 2017', async () => {
  const moves = demoMoves(acutePlan(new Random(2017)), acutePlanProgramme);
  const { value } = await ledger.counts(moves, acutePlanFacts, only(acutePlanMeasures), 2017);
  expect(value).toBe(17);
});
