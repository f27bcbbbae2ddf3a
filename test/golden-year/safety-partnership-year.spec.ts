import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  safetyPartnershipFacts,
  safetyPartnershipMeasures,
} from '../../libs/programmes/safety-partnership/safety-partnership.facts.js';
import { safetyPartnershipProgramme } from '../../libs/programmes/safety-partnership/safety-partnership.programme.js';
import { Ledger, only } from '../statistics/support/ledger.js';
import { demoMoves } from './demo/demo-moves.js';
import { Random } from './random.js';
import { safetyPartnership } from './years/safety-partnership-year.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('the golden year has five local areas in 2018, and Nørrebro besides', async () => {
  const stories = safetyPartnership(new Random(2018));
  const moves = demoMoves(stories, safetyPartnershipProgramme);
  const count = (id: string, year: number) => {
    const measure = only(safetyPartnershipMeasures, `safety-partnership.${id}`);
    return ledger.counts(moves, safetyPartnershipFacts, measure, year, { by: 'district' });
  };
  const areas = await count('areas', 2018);
  expect([areas.value, areas.rows.noerrebro]).toEqual([5, undefined]);
  expect((await count('areas', 2017)).value).toBe(5);
  expect((await count('activities', 2018)).rows.noerrebro).toBeGreaterThan(0);
});
