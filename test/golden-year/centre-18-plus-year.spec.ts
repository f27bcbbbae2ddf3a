import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  centre18PlusFacts,
  centre18PlusMeasures,
} from '../../libs/programmes/centre-18-plus/centre-18-plus.facts.js';
import { centre18PlusProgramme } from '../../libs/programmes/centre-18-plus/centre-18-plus.programme.js';
import { Ledger, only } from '../statistics/support/ledger.js';
import { centre18Plus } from './years/centre-18-plus-year.js';
import { demoMoves } from './demo/demo-moves.js';
import { Random } from './random.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('the golden year has 527 of persons and centres, and 496 persons', async () => {
  const moves = demoMoves(centre18Plus(new Random(2017)), centre18PlusProgramme);
  const measure = only(centre18PlusMeasures, 'centre-18-plus.persons');
  const at = await ledger.counts(moves, centre18PlusFacts, measure, 2017, { by: 'centre' });
  expect(at.value).toBe(496);
  expect(Object.keys(at.rows)).toHaveLength(5);
  expect(Object.values(at.rows).reduce((sum, value) => sum + value, 0)).toBe(527);
});
