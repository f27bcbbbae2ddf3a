import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  gatheringBanFacts,
  gatheringBanMeasures,
} from '../../libs/programmes/gathering-ban/gathering-ban.facts.js';
import { gatheringBanProgramme } from '../../libs/programmes/gathering-ban/gathering-ban.programme.js';
import { Ledger, only } from '../statistics/support/ledger.js';
import { demoMoves } from './demo/demo-moves.js';
import { gatheringBan } from './years/gathering-ban-year.js';
import { Random } from './random.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('the golden year has 8 gathering bans of 2017, of which 2 are in force after it', async () => {
  const moves = demoMoves(gatheringBan(new Random(2017)), gatheringBanProgramme);
  const count = async (id: string, year: number) => {
    const measure = only(gatheringBanMeasures, `gathering-ban.${id}`);
    return (await ledger.counts(moves, gatheringBanFacts, measure, year)).value;
  };
  expect([await count('issued', 2017), await count('in-force', 2018)]).toEqual([8, 2]);
});
