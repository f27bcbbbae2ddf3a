import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { EventStore } from '@sikkerby/event-store';
import { doubleTarget, type DoubleTarget } from './contract/eventstoredb-target.js';
import { events, newStream, registry } from './contract/events.js';
import { patience } from '../support/patience.js';
import { until } from '../support/until.js';

jest.setTimeout(patience(60));

/** What servers write about themselves; a node writes some six thousand over a weekend. */
const ownEvents = 100_000;

let target: DoubleTarget;
let store: EventStore;

beforeAll(async () => {
  target = await doubleTarget();
  store = target.open(registry);
  for (let part = 0; part < 3; part += 1) await store.append(newStream(), 'none', events(2));
  target.double.log.addOwn(ownEvents);
});
afterAll(() => target.close());

/** How many events the server told for it. */
async function eventsToldFor(work: () => Promise<unknown>): Promise<number> {
  const before = target.double.toldEvents;
  await work();
  return target.double.toldEvents - before;
}

it('asks for the head without reading what the server wrote about itself', async () => {
  const fresh = target.open(registry);
  const [last] = target.double.log.ours().slice(-1);
  const ask = async () => {
    const { position } = await fresh.head();
    expect(Number(position.split('-')[0])).toBe(last?.place.commit);
  };
  expect(await eventsToldFor(ask)).toBe(2);
  expect(await eventsToldFor(ask)).toBe(1);
  target.double.log.addOwn(10);
  expect(await eventsToldFor(ask)).toBe(11);
  expect(await eventsToldFor(ask)).toBe(1);
});

it('finds the position of a moment by reading what is later of ours', async () => {
  const fresh = target.open(registry);
  const before = target.double.log.ours()[1];
  const moment = new Date(Number((before?.created ?? 0n) / 10_000n) - 1);
  expect(await eventsToldFor(() => fresh.positionAt(moment))).toBeLessThan(20);
  expect(await eventsToldFor(() => fresh.positionAt(new Date()))).toBe(1);
});

it('reads the whole log without it', async () => {
  const fresh = target.open(registry);
  const read = async () => {
    let count = 0;
    for await (const batch of fresh.readAll()) count += batch.events.length;
    expect(count).toBe(6);
  };
  expect(await eventsToldFor(read)).toBe(8);
});

it('follows the log at an event a second, and hears what comes', async () => {
  const fresh = target.open(registry);
  const stop = new AbortController();
  const seen: string[] = [];
  const following = (async () => {
    for await (const batch of fresh.subscribe({ signal: stop.signal })) {
      seen.push(...batch.events.map(({ id }) => id));
    }
  })();
  await until('all is seen', () => seen.length === 6 || seen.length);
  const begin = performance.now();
  const told = await eventsToldFor(() => sleep(3000));
  expect(told).toBeLessThan(3 + (performance.now() - begin) / 500);
  await store.append(newStream(), 'none', events(2));
  await until('what came is seen', () => seen.length === 8 || seen.length);
  stop.abort();
  await following;
});

it('finds the head also where the server writes under names that are not its own', async () => {
  const [last] = target.double.log.ours().slice(-1);
  const written = (type: string) => ({
    id: randomUUID(),
    type,
    contentType: 'application/json',
    data: Buffer.from('{}'),
    metadata: Buffer.from(''),
  });
  target.double.log.append('$projections-of-ours-result', 'any', [written('Result')]);
  target.double.log.append('links', 'any', [written('$>')]);
  const { position } = await target.open(registry).head();
  expect(Number(position.split('-')[0])).toBe(last?.place.commit);
});
