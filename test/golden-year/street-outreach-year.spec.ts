import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  streetOutreachFacts,
  streetOutreachMeasures,
} from '../../libs/programmes/street-outreach/street-outreach.facts.js';
import { streetOutreachProgramme } from '../../libs/programmes/street-outreach/street-outreach.programme.js';
import { Ledger, only } from '../statistics/support/ledger.js';
import { demoMoves } from './demo/demo-moves.js';
import { Random } from './random.js';
import { streetOutreach } from './years/street-outreach-year.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('the golden year has 71 municipal employees assigned, 66 of them with a shift', async () => {
  const stories = streetOutreach(new Random(2017));
  const ours = stories.filter(({ begin }) => 'employer' in begin.body);
  expect(ours.filter(({ begin }) => Object.values(begin.body).includes('municipal'))).toHaveLength(
    71,
  );
  const { value } = await ledger.counts(
    demoMoves(stories, streetOutreachProgramme),
    streetOutreachFacts,
    only(streetOutreachMeasures, 'street-outreach.workers'),
    2017,
  );
  expect(value).toBe(66);
});
