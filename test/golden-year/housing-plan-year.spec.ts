import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  housingPlanFacts,
  housingPlanMeasures,
} from '../../libs/programmes/housing-plan/housing-plan.facts.js';
import { housingPlanProgramme } from '../../libs/programmes/housing-plan/housing-plan.programme.js';
import { Ledger, only } from '../statistics/support/ledger.js';
import { demoMoves } from './demo/demo-moves.js';
import { housingPlan } from './years/housing-plan-year.js';
import { Random } from './random.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('the golden year has 14 housing plans in 2018, where about 9 % of the city live', async () => {
  const moves = demoMoves(housingPlan(new Random(2018)), housingPlanProgramme);
  const count = async (id: string) => {
    const measure = only(housingPlanMeasures, `housing-plan.${id}`);
    const { value } = await ledger.counts(moves, housingPlanFacts, measure, 2018);
    return { value, outOf: measure.outOf?.[2018] ?? 0 };
  };
  expect((await count('plans')).value).toBe(14);
  const { value, outOf } = await count('coverage');
  expect(Math.round((value * 1000) / outOf)).toBe(90);
});
