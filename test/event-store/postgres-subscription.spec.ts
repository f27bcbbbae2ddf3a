import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PostgresEventStore } from '@sikkerby/event-store';
import type { Pool } from 'pg';
import { events, newStream, registry } from './contract/events.js';
import { postgresTarget, type PostgresTarget } from './contract/postgres-target.js';
import { until } from '../support/until.js';
import { within } from '../support/within.js';

let target: PostgresTarget;
let owner: Pool;

beforeAll(async () => {
  target = await postgresTarget();
  owner = target.connect();
});
afterAll(() => target.close());

async function listeners(): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(`
    SELECT count(*)::int FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND query IN ('LISTEN event_store', 'SELECT position FROM event_store.head')`);
  return rows[0]?.count ?? 0;
}

test('all subscriptions of a store share one connection, which goes when they end', async () => {
  const pool = target.connect('sikkerby_app');
  const store = new PostgresEventStore(pool, registry);
  const { position: after } = await store.append(newStream(), 'none', events(1));
  const abort = new AbortController();
  const reached = Array.from({ length: 20 }, async () => {
    const reader = store.subscribe({ after, signal: abort.signal })[Symbol.asyncIterator]();
    await reader.next();
    return reader;
  });
  await store.append(newStream(), 'none', events(1));
  const readers = await within(10, 'every subscription is given an event', Promise.all(reached));
  expect(await listeners()).toBe(1);

  for (const reader of readers.slice(0, 10)) await reader.return?.();
  abort.abort();
  for (const reader of readers) expect(await reader.next()).toMatchObject({ done: true });
  await until('nobody listens', async () => {
    const count = await listeners();
    return count === 0 || count;
  });
  expect(pool.totalCount).toBe(pool.idleCount);
});

test('without the push, the poll finds what has come', async () => {
  const store = target.open(registry);
  const { position: after } = await store.append(newStream(), 'none', events(1));
  const abort = new AbortController();
  const reader = store.subscribe({ after, signal: abort.signal })[Symbol.asyncIterator]();
  const next = reader.next();
  await until('somebody listens', async () => (await listeners()) > 0 || 'nobody');
  const id = 'b8a0a9c6-5f0e-4f6c-9d6e-2f3a6f1d7c11';
  await owner.query(`
    INSERT INTO event_store.log SELECT position + 1, 'youth-x', 0, '${id}', type, data, metadata,
      recorded_at, slice FROM event_store.log ORDER BY position DESC LIMIT 1;
    UPDATE event_store.head SET position = position + 1`);
  expect(await within(10, 'the poll finds it', next)).toMatchObject({
    value: { events: [{ id }] },
  });
  abort.abort();
  await reader.return?.();
});

test('closing the store ends its subscriptions', async () => {
  const store = target.open(registry);
  const finished = (async () => {
    for await (const batch of store.subscribe({ signal: new AbortController().signal })) {
      if (batch.events.length > 0) await store.close();
    }
  })();
  await store.append(newStream(), 'none', events(1));
  await within(10, 'the subscription ends', finished);
});
