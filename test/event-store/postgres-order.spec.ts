import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PostgresEventStore } from '@sikkerby/event-store';
import type { RecordedEvent } from '@sikkerby/kernel';
import type { Pool } from 'pg';
import { event, events, newStream, registry } from './contract/events.js';
import { postgresTarget, type PostgresTarget } from './contract/postgres-target.js';

let target: PostgresTarget;
let store: PostgresEventStore;
let app: Pool;

beforeAll(async () => {
  target = await postgresTarget();
  store = target.open(registry);
  app = target.connect('sikkerby_app');
});
afterAll(() => target.close());

/** A writer of its own: one event, held back that long before it is committed or rolled back. */
async function write(milliseconds: number, end: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  const client = await app.connect();
  const { id, type, data, ...metadata } = event();
  try {
    await client.query('BEGIN');
    await client.query(
      `SELECT event_store.append(ARRAY[$1], ARRAY[0::smallint], ARRAY[-1], ARRAY[1], ARRAY[1],
        ARRAY[0], ARRAY[$2::uuid], ARRAY[$3], $4, $5)`,
      [newStream(), id, type, JSON.stringify(data), JSON.stringify(metadata)],
    );
    await sleep(milliseconds);
    await client.query(end);
  } finally {
    client.release();
  }
}

/** Subscribes from now on; `all(count)` gives what was delivered once it is that many. */
async function subscriber() {
  const { position: after } = await store.head();
  const abort = new AbortController();
  return {
    async all(count: number): Promise<RecordedEvent[]> {
      const seen: RecordedEvent[] = [];
      for await (const batch of store.subscribe({ after, signal: abort.signal })) {
        seen.push(...batch.events);
        if (seen.length >= count) abort.abort();
      }
      return seen;
    },
  };
}

function expectOrdered(seen: readonly RecordedEvent[]): void {
  const [first] = seen;
  const start = Number(first?.position);
  expect(seen.map(({ position }) => Number(position))).toEqual(seen.map((_, n) => start + n));
  const moments = seen.map(({ recordedAt }) => recordedAt);
  expect(moments).toEqual([...moments].sort());
}

test('a delayed writer: nothing that comes after it is seen before it', async () => {
  const reading = (await subscriber()).all(3);
  const delayed = write(300, 'COMMIT');
  await sleep(50);
  const others = Promise.all([store.append(newStream(), 'none', events(1)), write(0, 'COMMIT')]);
  await Promise.all([delayed, others]);
  expectOrdered(await reading);
});

test('a delayed writer that rolls back leaves no hole', async () => {
  const reading = (await subscriber()).all(2);
  const delayed = write(300, 'ROLLBACK');
  await sleep(50);
  await Promise.all([delayed, store.append(newStream(), 'none', events(1)), write(0, 'COMMIT')]);
  expectOrdered(await reading);
});

test('32 writers with random delays and roll-backs: dense, nothing skipped', async () => {
  const ours = Array.from({ length: 32 }, () => ({ commit: 0 }));
  const each = 12;
  const plans = ours.map(() =>
    Array.from({ length: each }, () => ({
      delay: Math.random() * 8,
      through: (['store', 'COMMIT', 'ROLLBACK'] as const)[Math.floor(Math.random() * 3)],
    })),
  );
  const committed = plans.flat().filter(({ through }) => through !== 'ROLLBACK').length;
  const readings = await Promise.all([subscriber(), subscriber(), subscriber()]);
  const seen = readings.map((reader) => reader.all(committed));
  await Promise.all(
    plans.map(async (plan) => {
      for (const { delay, through } of plan) {
        if (through === 'COMMIT' || through === 'ROLLBACK') await write(delay, through);
        else await store.append(newStream(), 'none', events(1));
      }
    }),
  );
  const [first, ...others] = await Promise.all(seen);
  expectOrdered(first ?? []);
  for (const other of others) expect(other).toEqual(first);
  expect((await store.head()).position).toBe(first?.at(-1)?.position);
});

test('the same streams by several processes in opposite orders do not deadlock', async () => {
  const streams = Array.from({ length: 20 }, () => `youth-${randomUUID()}`);
  const stores = [store, target.open(registry), target.open(registry)];
  await Promise.all(
    stores.flatMap((process, number) =>
      (number === 1 ? [...streams].reverse() : streams).map((stream) =>
        process.append(stream, 'none', events(1)).catch(() => undefined),
      ),
    ),
  );
  await Promise.all(
    stores.flatMap((process, number) =>
      (number === 1 ? [...streams].reverse() : streams).map((stream) =>
        process.append(stream, 'exists', events(1)),
      ),
    ),
  );
  const lengths = streams.map(async (stream) => (await store.readStream(stream)).length);
  expect(await Promise.all(lengths)).toEqual(streams.map(() => 4));
});

test('connections killed while writing: every answer is true, nothing is lost or doubled', async () => {
  const before = (await store.head()).position;
  const writers = Array.from({ length: 16 }, async () => {
    const stream = newStream();
    for (let revision = -1; revision < 9; revision += 1) {
      const appended = await store.append(stream, revision < 0 ? 'none' : revision, events(1));
      expect(appended.revision).toBe(revision + 1);
    }
    return stream;
  });
  const writing = Promise.all(writers);
  for (let time = 0; time < 6; time += 1) {
    await sleep(10);
    await target.breakConnections();
  }
  const streams = await writing;
  const unbroken = target.open(registry);
  const written = streams.map(async (stream) => (await unbroken.readStream(stream)).length);
  expect(await Promise.all(written)).toEqual(streams.map(() => 10));
  const { position } = await unbroken.head();
  expect(Number(position) - Number(before)).toBe(160);
});
