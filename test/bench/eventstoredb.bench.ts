import { fork } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { EventRegistry, loadEventStoreDb, type EventStore } from '@sikkerby/event-store';
import { benchEvent, benchStore } from './bench-store.js';
import { compare, rate, type Figure } from './measure.js';

const EventStoreDbEventStore = await loadEventStoreDb();

const sizes = [
  { concurrency: 1, count: 150 },
  { concurrency: 32, count: 1_500 },
];
/** At most 1.2 times as long as the bare client. */
const target = 1 / 1.2;

/**
 * Appends of one event and reads of everything through the adapter, against the bare client, which
 * tells of an append neither when it was recorded nor whether it is a repetition, and against the
 * PostgreSQL adapter. The server is the wire double, a process of its own.
 */
export async function eventStoreDbBench(url: string): Promise<Figure[]> {
  const beside = await benchStore(url, 'bench_beside_double');
  const main = fileURLToPath(new URL('../wire-double/main.js', import.meta.url));
  const server = fork(main);
  const [address] = (await once(server, 'message')) as [string];
  const bare = EventStoreDBClient.connectionString(address);
  const registry = new EventRegistry().register([benchEvent().type]);
  const adapter = new EventStoreDbEventStore(address, registry);

  const figures: Figure[] = [];
  for (const { concurrency, count } of sizes) {
    const ours = () => rate(count, concurrency, () => appendOne(adapter));
    const name = `EventStoreDB, append, ${concurrency} at a time`;
    const plain = () => rate(count, concurrency, () => appendBare(bare));
    figures.push(await compare(`${name} / bare client`, { ours, baseline: plain, target }));
    const postgres = () => rate(count, concurrency, () => appendOne(beside.store));
    figures.push(await compare(`${name} / PostgreSQL`, { ours, baseline: postgres }));
  }
  const ours = () => readAll(adapter);
  const name = 'EventStoreDB, read everything';
  figures.push(
    await compare(`${name} / bare client`, { ours, baseline: () => readBare(bare), target }),
  );
  const postgres = () => readAll(beside.store);
  figures.push(await compare(`${name} / PostgreSQL`, { ours, baseline: postgres }));

  await Promise.all([adapter.close(), bare.dispose()]);
  server.disconnect();
  await once(server, 'exit');
  await beside.end();
  return figures;
}

function appendOne(store: EventStore): Promise<unknown> {
  return store.append(`youth_concern-${randomUUID()}`, 'none', [benchEvent()]);
}

// With credentials, which this server does not look at: the append that keeps its deadline.
const credentials = { username: 'bench', password: 'bench' };

function appendBare(client: EventStoreDBClient): Promise<unknown> {
  const { id, type, data, ...metadata } = benchEvent();
  const event = jsonEvent({ id, type, data: { ...data }, metadata });
  const options = { expectedRevision: 'no_stream', credentials } as const;
  return client.appendToStream(`youth_concern-${randomUUID()}`, event, options);
}

/** Events a second. */
async function readAll(store: EventStore): Promise<number> {
  const started = performance.now();
  let read = 0;
  for await (const { events } of store.readAll()) read += events.length;
  return (read / (performance.now() - started)) * 1000;
}

async function readBare(client: EventStoreDBClient): Promise<number> {
  const started = performance.now();
  let read = 0;
  for await (const { event } of client.readAll()) {
    if (event && !event.type.startsWith('$')) read += 1;
  }
  return (read / (performance.now() - started)) * 1000;
}
