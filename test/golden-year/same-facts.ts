import { expect } from '@jest/globals';
import { createPool } from '@sikkerby/postgres';
import { startStandalone } from '../../apps/standalone/standalone.js';
import { settingsFor } from '../support/settings.js';
import { readyDatabase } from '../support/database.js';
import { figures } from './figures.js';
import { freshTokens } from '../support/fresh-tokens.js';
import { Player } from './play.js';
import { Random } from './random.js';
import type { DemoStory } from './demo/demo-story.js';

/**
 * Enters the stories through a PostgreSQL and through an EventStoreDB, one after the other, and expects
 * that the same comes of them.
 * @returns how many events they have
 */
export async function expectSameFacts(stories: readonly DemoStory[], url: string): Promise<number> {
  const here = await enter(stories, {});
  const there = await enter(stories, { EVENTSTOREDB_URL: url });
  expect(stories.length).toBeGreaterThan(20);
  expect(here.facts.length).toBeGreaterThan(stories.length);
  expect(here.links.length).toBeGreaterThan(0);
  expect(there.facts).toEqual(here.facts);
  expect(there.links).toEqual(here.links);
  expect(there.figures).toEqual(here.figures);
  expect(there.events).toBe(0);
  return here.events;
}

/** Into a house of their own; what comes of them. */
async function enter(stories: readonly DemoStory[], settings: Record<string, string>) {
  const database = await readyDatabase();
  const { url } = database;
  const house = await startStandalone({
    ...settingsFor(url),
    LOG_LEVEL: 'silent',
    ...settings,
  });
  try {
    const player = new Player(house.address, freshTokens(house.token), new Random(7));
    await player.play(stories, 1, () => undefined);
    const found = await figures(house.address, await house.token('analyst'), player.furthest);
    return { figures: found, ...(await rowsIn(url)), events: await eventsIn(url) };
  } finally {
    await house.stop();
    await database.close();
  }
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
