import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  activationFacts,
  activationMeasures,
} from '../../libs/programmes/activation/activation.facts.js';
import { activationProgramme } from '../../libs/programmes/activation/activation.programme.js';
import { Ledger, only } from '../statistics/support/ledger.js';
import { activation } from './years/activation-year.js';
import { demoMoves } from './demo/demo-moves.js';
import { Random } from './random.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('2018 has 40 persons in activation, of 46 courses that count', async () => {
  const stories = activation(new Random(2017));
  expect(stories).toHaveLength(48);
  const moves = demoMoves(stories, activationProgramme);
  const measure = only(activationMeasures);
  expect((await ledger.counts(moves, activationFacts, measure, 2018)).value).toBe(40);
});
