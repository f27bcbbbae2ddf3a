import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PostgresEventStore } from '@sikkerby/event-store';
import type { Pool } from 'pg';
import { events, newStream, registry } from './contract/events.js';
import { postgresTarget, type PostgresTarget } from './contract/postgres-target.js';
import { within } from '../support/within.js';

let target: PostgresTarget;
let store: PostgresEventStore;
let owner: Pool;

beforeAll(async () => {
  target = await postgresTarget();
  owner = target.connect();
  await owner.query(`DROP TABLE event_store.log_0, event_store.log_1;
    UPDATE event_store.head SET partition_size = 10;
    SELECT event_store.make_partition(0), event_store.make_partition(1)`);
  store = target.open(registry);
});
afterAll(() => target.close());

/** How many events are in each partition, by its number. */
async function partitions(): Promise<number[]> {
  const { rows } = await owner.query<{ count: number }>(`
    SELECT (SELECT count(*)::int FROM event_store.log l WHERE l.tableoid = i.inhrelid) AS count
    FROM pg_inherits i WHERE i.inhparent = 'event_store.log'::regclass
    ORDER BY substring(i.inhrelid::regclass::text FROM '\\d+$')::int`);
  return rows.map(({ count }) => count);
}

test('the partition after the current one is always there', async () => {
  await store.append(newStream(), 'none', events(10));
  expect(await partitions()).toEqual([10, 0]);
  await store.append(newStream(), 'none', events(1));
  expect(await partitions()).toEqual([10, 1, 0]);
  for (let event = 0; event < 20; event += 1) await store.append(newStream(), 'none', events(1));
  expect(await partitions()).toEqual([10, 10, 10, 1, 0]);
});

test('one append goes over several partitions', async () => {
  const stream = newStream();
  await store.append(stream, 'none', events(34));
  expect(await partitions()).toEqual([10, 10, 10, 10, 10, 10, 5, 0]);
  const positions = (await store.readStream(stream)).map(({ position }) => Number(position));
  expect(positions).toEqual(Array.from({ length: 34 }, (_, number) => 32 + number));
});

test('many appends at once go over many partitions', async () => {
  await Promise.all(Array.from({ length: 65 }, () => store.append(newStream(), 'none', events(2))));
  const all = [];
  for await (const batch of store.readAll()) all.push(...batch.events);
  expect(all.map(({ position }) => Number(position))).toEqual(all.map((_, index) => index + 1));
  expect(await partitions()).toEqual([...Array.from({ length: 19 }, () => 10), 5, 0]);
});

test('a new partition is append-only too', async () => {
  for (const statement of ['TRUNCATE event_store.log_5', 'DELETE FROM event_store.log_5']) {
    await expect(owner.query(statement)).rejects.toThrow('append-only');
  }
});

test('a reader of the whole log does not hold up a new partition', async () => {
  const reader = await owner.connect();
  await reader.query('BEGIN; SELECT count(*) FROM event_store.log');
  try {
    await within(5, 'the append goes through', store.append(newStream(), 'none', events(30)));
  } finally {
    await reader.query('COMMIT');
    reader.release();
  }
});
