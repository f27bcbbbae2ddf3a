import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  youthClubFacts,
  youthClubMeasures,
} from '../../libs/programmes/youth-club/youth-club.facts.js';
import { youthClubProgramme } from '../../libs/programmes/youth-club/youth-club.programme.js';
import { Ledger, only } from '../statistics/support/ledger.js';
import { demoMoves } from './demo/demo-moves.js';
import { youthClub } from './years/youth-club-year.js';
import { Random } from './random.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('the golden year has about 20 % in 2017; in 2018 24 free clubs, 15 open longer', async () => {
  const moves = demoMoves(youthClub(new Random(2017)), youthClubProgramme);
  const count = async (id: string, year: number) => {
    const measure = only(youthClubMeasures, `youth-club.${id}`);
    return (await ledger.counts(moves, youthClubFacts, measure, year)).value;
  };
  expect(await count('share', 2017)).toBe(20);
  expect([await count('free', 2018), await count('extended', 2018)]).toEqual([24, 15]);
});
