import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { dialogueFacts, dialogueMeasures } from '../../libs/programmes/dialogue/dialogue.facts.js';
import { dialogueProgramme } from '../../libs/programmes/dialogue/dialogue.programme.js';
import { Ledger, only } from '../statistics/support/ledger.js';
import { demoMoves } from './demo/demo-moves.js';
import { dialogue } from './years/dialogue-year.js';
import { Random } from './random.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('the golden year has 1400 attendances and 700 pupils in 2018', async () => {
  const moves = demoMoves(dialogue(new Random(2018)), dialogueProgramme);
  const count = (id: string) => {
    const measure = only(dialogueMeasures, `dialogue.${id}`);
    return ledger.counts(moves, dialogueFacts, measure, 2018, { by: 'district' });
  };
  const attendances = await count('attendances');
  expect([attendances.value, (await count('pupils')).value]).toEqual([1400, 700]);
  expect(Object.keys(attendances.rows).length).toBeGreaterThan(5);
  expect((await count('training-attendances')).value).toBeGreaterThan(0);
});
