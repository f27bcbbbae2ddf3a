import { afterAll, expect, jest, test } from '@jest/globals';
import { createPool } from '@sikkerby/postgres';
import { startStandalone } from '../../apps/standalone/standalone.js';
import { settingsFor } from '../support/settings.js';
import { readyDatabase } from '../support/database.js';
import { counts } from '../support/effort.js';
import { WireDouble } from '../wire-double/wire-double.js';
import { figures } from './figures.js';
import { freshTokens } from '../support/fresh-tokens.js';
import { Player } from './play.js';
import { Random } from './random.js';
import { goldenYears } from './golden-years.js';
import type { DemoStory } from './demo-story.js';
import { isMerged, someStories } from './some-stories.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(300));

const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

/** The stories entered into a house of their own, one after the other; what comes of them. */
async function enter(stories: readonly DemoStory[], settings: Record<string, string> = {}) {
  const database = await readyDatabase();
  ends.push(() => database.close());
  const { url } = database;
  const house = await startStandalone({
    ...settingsFor(url),
    LOG_LEVEL: 'silent',
    ...settings,
  });
  ends.push(() => house.stop());
  const player = new Player(house.address, freshTokens(house.token), new Random(7));
  await player.play(stories, 1, () => undefined);
  const found = await figures(house.address, await house.token('analyst'), player.furthest);
  return { figures: found, ...(await rowsIn(url)), events: await eventsIn(url) };
}

/** Facts and links; of a position only which one it is, counted through all of them. */
async function rowsIn(url: string): Promise<{ facts: object[]; links: object[] }> {
  const pool = createPool(url, { name: 'tests', max: 1 });
  try {
    const { rows } = await pool.query<{ generation: string }>(
      `SELECT generation FROM projections.projection WHERE name LIKE '%.facts' ORDER BY name`,
    );
    const found: { facts: object[]; links: object[] } = { facts: [], links: [] };
    for (const { generation } of rows) {
      await pool.query(`SELECT set_config('search_path', quote_ident($1), false)`, [generation]);
      found.facts.push(...(await pool.query<object>(held('fact'))).rows);
      found.links.push(...(await pool.query<object>(held('link'))).rows);
    }
    return found;
  } finally {
    await pool.end();
  }
}

const held = (table: string) => `
  WITH place AS (
    SELECT position, row_number() OVER (ORDER BY position) AS number FROM (
      SELECT asserted_at AS position FROM ${table} UNION SELECT retracted_at FROM ${table}) p)
  SELECT t.*, a.number AS asserted_at, r.number AS retracted_at FROM ${table} t
  JOIN place a ON a.position = t.asserted_at
  LEFT JOIN place r ON r.position = t.retracted_at
  ORDER BY t.stream, t.key`;

async function eventsIn(url: string): Promise<number> {
  const pool = createPool(url, { name: 'tests', max: 1 });
  const { rows } = await pool.query<{ position: string }>('SELECT position FROM event_store.head');
  await pool.end();
  return Number(rows[0]?.position);
}

test('a history gives the same facts through EventStoreDB as through PostgreSQL', async () => {
  const every = counts.storiesInBothStores;
  const stories = someStories(
    goldenYears(),
    (story, index) => index % every === 0 || isMerged(story),
  );
  const double = await WireDouble.start();
  ends.push(() => double.stop());

  const here = await enter(stories);
  const there = await enter(stories, { EVENTSTOREDB_URL: double.url });

  expect(stories.length).toBeGreaterThan(20);
  expect(here.facts.length).toBeGreaterThan(stories.length);
  expect(here.links.length).toBeGreaterThan(0);
  expect(there.facts).toEqual(here.facts);
  expect(there.links).toEqual(here.links);
  expect(there.figures).toEqual(here.figures);
  expect([double.log.ours().length, there.events]).toEqual([here.events, 0]);
});
