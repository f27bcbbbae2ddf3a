import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  feriecampFacts,
  feriecampMeasures,
} from '../../libs/programmes/feriecamp/feriecamp.facts.js';
import { feriecampProgramme } from '../../libs/programmes/feriecamp/feriecamp.programme.js';
import { Ledger, only } from '../statistics/support/ledger.js';
import { demoMoves } from './demo/demo-moves.js';
import { feriecamp } from './years/feriecamp-year.js';
import { Random } from './random.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('the golden year has 23 camps held and 2 cancelled, in 7 areas', async () => {
  const stories = feriecamp(new Random(2017));
  const moves = demoMoves(stories, feriecampProgramme);
  const count = async (id: string) => {
    const measure = only(feriecampMeasures, `feriecamp.${id}`);
    return (await ledger.counts(moves, feriecampFacts, measure, 2017)).value;
  };
  expect([stories.length, await count('camps'), await count('areas')]).toEqual([25, 23, 7]);
});
