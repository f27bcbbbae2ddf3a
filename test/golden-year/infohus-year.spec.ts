import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { infohusFacts, infohusMeasures } from '../../libs/programmes/infohus/infohus.facts.js';
import { infohusProgramme } from '../../libs/programmes/infohus/infohus.programme.js';
import { Ledger, only } from '../statistics/support/ledger.js';
import { demoMoves } from './demo/demo-moves.js';
import { infohus } from './years/infohus-year.js';
import { Random } from './random.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('the golden year has 52 enquiries handled in 2018, and 14 persons given an intervention', async () => {
  const moves = demoMoves(infohus(new Random(2017)), infohusProgramme);
  const count = async (id: string, year: number) => {
    const measure = only(infohusMeasures, `infohus.${id}`);
    return (await ledger.counts(moves, infohusFacts, measure, year)).value;
  };
  expect(await count('enquiries-handled', 2018)).toBe(52);
  expect(await count('enquiries-handled', 2019)).toBe(3);
  expect(await count('enquiries-received', 2018)).toBe(47 + 3);
  expect(await count('persons-given-intervention', 2018)).toBe(14);
  expect(await count('persons-given-intervention', 2017)).toBe(3);
});
