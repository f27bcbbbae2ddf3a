import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { MonthlySample } from '@sikkerby/oversight';
import { createPool } from '@sikkerby/postgres';
import type pg from 'pg';
import { sampleSize, smallest } from '../../libs/oversight/look-sample.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';

describe('the size of a sample', () => {
  it.each([
    [0, 0],
    [24, 24],
    [25, 25],
    [1250, 25],
    [1251, 26],
    [10_000, 200],
  ])('of %i looks is %i', (looks, size) => {
    expect(sampleSize(looks)).toBe(size);
  });

  it('takes the smallest numbers, in whatever order they come', () => {
    const lots = ['c', 'a', 'd', 'b'].map((number) => ({ look: number, number }));
    expect(smallest(lots, 2)).toEqual(smallest(lots.toReversed(), 2));
    expect(smallest(lots, 2).map(({ look }) => look)).toEqual(['a', 'b']);
  });
});

describe('the sample of a month', () => {
  const afterMarch = new Date('2019-04-01T12:00:00Z');
  let database: TestDatabase;
  let owner: pg.Pool;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await readyDatabase();
    owner = createPool(database.url, { name: 'owner' });
    pool = createPool(database.url, { name: 'test', role: 'sikkerby_app' });
    await owner.query(`INSERT INTO read_log.look (at, "user", role, organisation, verb, purpose,
        policies, route, correlation_id)
      SELECT '2019-03-01'::timestamptz + (n % 30) * interval '1 day', 'probe', 'dpo', 'test',
        'collect', 'review', '{}', '/', '' FROM generate_series(1, 2000) AS n`);
  });
  afterAll(async () => {
    await Promise.all([owner.end(), pool.end()]);
    await database.close();
  });

  /** What that secret draws, and nothing of it kept. */
  async function draws(secret: Buffer, now = afterMarch): Promise<string[]> {
    await new MonthlySample(pool, secret).draw(now);
    const { rows } = await owner.query<{ look: string }>(
      'SELECT look FROM read_log.sampled_look ORDER BY look',
    );
    await owner.query('TRUNCATE read_log.sampled_month, read_log.sampled_look');
    return rows.map(({ look }) => look);
  }

  it('follows from the secret and the looks alone', async () => {
    const [secret, other] = [randomBytes(32), randomBytes(32)];
    const first = await draws(secret);
    expect(first).toHaveLength(40);
    expect(await draws(secret)).toEqual(first);
    expect(await draws(other)).not.toEqual(first);
  });

  it.each([
    ['2019-03-31T21:59:00Z', 0],
    ['2019-03-31T22:59:00Z', 0],
    ['2019-03-31T23:00:00Z', 40],
  ])('is drawn an hour after the end of the month: at %s there are %i', async (now, count) => {
    expect(await draws(randomBytes(32), new Date(now))).toHaveLength(count);
  });

  it('is drawn once, by however many', async () => {
    const secret = randomBytes(32);
    const samples = Array.from({ length: 6 }, () => new MonthlySample(pool, secret));
    await Promise.all(samples.map((sample) => sample.draw(afterMarch)));
    const { rows } = await owner.query('SELECT FROM read_log.sampled_look');
    expect(rows).toHaveLength(40);
    await expect(owner.query('UPDATE read_log.sampled_look SET month = month')).rejects.toThrow(
      'append-only',
    );
    await expect(pool.query('DELETE FROM read_log.sampled_month')).rejects.toThrow('permission');
  });
});
