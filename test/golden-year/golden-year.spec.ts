import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStandalone, type Standalone } from '../../apps/standalone/standalone.js';
import { testDatabase } from '../support/database.js';
import { startDouble } from './double.js';
import { figures } from './figures.js';
import { freshTokens } from '../support/fresh-tokens.js';
import { Player } from './play.js';
import { Random } from './random.js';
import { goldenYears } from './golden-years.js';
import { groups } from './ssp-2017.js';

const stores = ['PostgreSQL', 'EventStoreDB, over the wire double'];

describe.each(stores)('the golden year with its events in %s', (store) => {
  const ends: (() => Promise<void>)[] = [];
  let house: Standalone;
  let player: Player;

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sikkerby-golden-'));
    ends.push(() => rm(folder, { recursive: true }));
    const events: Record<string, string> = store === 'PostgreSQL' ? {} : await overTheDouble();
    house = await startStandalone({
      ...events,
      DATA_DIR: folder,
      PORT: '0',
      LOG_LEVEL: 'warn',
      REQUESTS_PER_MINUTE: '1000000',
    });
    ends.push(() => house.stop());
    player = new Player(house.address, freshTokens(house.token), new Random(2018));
    await player.play(goldenYears(), 16, () => undefined);
  });

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  async function overTheDouble(): Promise<Record<string, string>> {
    const database = await testDatabase();
    ends.push(() => database.drop());
    const double = await startDouble(database.url);
    ends.push(() => double.stop());
    return { EVENTSTOREDB_URL: double.url };
  }

  it('comes to the figures that the strategy prints', async () => {
    const found = await figures(house.address, await house.token('analyst'), player.furthest);
    const printed = found.filter((figure) => figure.printed !== undefined);
    expect(printed.map(({ measure, ours }) => [measure, ours])).toEqual(
      printed.map((figure) => [figure.measure, figure.printed]),
    );
    expect(printed).toContainEqual(
      expect.objectContaining({ measure: 'youth-concern.cases-handled', ours: 1154 }),
    );
    const opened = groups['opened-and-closed-in-2017'] + groups['opened-in-2017-still-open'];
    expect(found).toContainEqual(
      expect.objectContaining({ measure: 'youth-concern.cases-opened', ours: opened }),
    );
  });

  it.each(['district', 'level', 'ageBand', 'gender'])('adds up by %s', async (by) => {
    const question = `youth-concern.cases-handled?year=2017&by=${by}`;
    const answer = await fetch(`${house.address}/statistics/${question}`, {
      headers: {
        authorization: `Bearer ${await house.token('analyst')}`,
        'x-min-position': player.furthest,
      },
    });
    const { breakdown } = (await answer.json()) as {
      breakdown: { additive: boolean; rows: { value: number }[] };
    };
    expect(breakdown.additive).toBe(true);
    expect(breakdown.rows.length).toBeGreaterThan(1);
    expect(breakdown.rows.reduce((sum, { value }) => sum + value, 0)).toBe(1154);
  });

  it('knew less at an earlier position', async () => {
    const question = `youth-concern.cases-handled?year=2017&asOf=${player.nearest}`;
    const answer = await fetch(`${house.address}/statistics/${question}`, {
      headers: { authorization: `Bearer ${await house.token('analyst')}` },
    });
    const { value } = (await answer.json()) as { value: number };
    expect(value).toBe(1);
  });
});
