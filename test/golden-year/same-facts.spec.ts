import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { counts } from '../support/effort.js';
import { patience } from '../support/patience.js';
import { WireDouble } from '../wire-double/wire-double.js';
import { goldenYears } from './golden-years.js';
import { expectSameFacts } from './same-facts.js';
import { isMerged, someStories } from './some-stories.js';

jest.setTimeout(patience(300));

let double: WireDouble;

beforeAll(async () => {
  double = await WireDouble.start();
});
afterAll(() => double.stop());

test('a history gives the same facts through EventStoreDB as through PostgreSQL', async () => {
  const every = counts.storiesInBothStores;
  const stories = someStories(
    goldenYears(),
    (story, index) => index % every === 0 || isMerged(story),
  );
  const events = await expectSameFacts(stories, double.url);
  expect(double.log.ours()).toHaveLength(events);
});
