import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  leisureGuideFacts,
  leisureGuideMeasures,
} from '../../libs/programmes/leisure-guide/leisure-guide.facts.js';
import { leisureGuideProgramme } from '../../libs/programmes/leisure-guide/leisure-guide.programme.js';
import { Ledger, only } from '../statistics/support/ledger.js';
import { demoMoves } from './demo/demo-moves.js';
import { leisureGuide } from './years/leisure-guide-year.js';
import { Random } from './random.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('the golden year has 130 children introduced to clubs, and 60 fee grants', async () => {
  const moves = demoMoves(leisureGuide(new Random(2017)), leisureGuideProgramme);
  const count = async (id: string) => {
    const measure = only(leisureGuideMeasures, `leisure-guide.${id}`);
    return (await ledger.counts(moves, leisureGuideFacts, measure, 2017)).value;
  };
  expect([await count('children'), await count('grants')]).toEqual([130, 60]);
});
