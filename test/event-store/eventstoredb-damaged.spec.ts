import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { EventStore } from '@sikkerby/event-store';
import { doubleTarget, type DoubleTarget } from './contract/eventstoredb-target.js';
import { events, newStream, registry } from './contract/events.js';
import { until } from '../support/until.js';

let target: DoubleTarget;
let store: EventStore;
let stream: string;

beforeEach(async () => {
  target = await doubleTarget();
  store = target.open(registry);
  stream = newStream();
  heard = 0;
  subscribing = new AbortController();
  await store.append(newStream(), 'none', events(3));
  await store.append(stream, 'none', events(4));
});
afterEach(async () => {
  subscribing.abort();
  await target.close();
});

async function readTheLog(): Promise<number> {
  let count = 0;
  for await (const batch of store.readAll()) count += batch.events.length;
  return count;
}

let heard: number;
let subscribing: AbortController;

async function follow(): Promise<void> {
  const { signal } = subscribing;
  for await (const batch of store.subscribe({ signal })) heard += batch.events.length;
}

const isRefused = {
  name: 'DamagedStream',
  message: expect.stringMatching(/^stream youth-.*restore the log/),
};

it.each(['truncated', 'truncated wholly', 'deleted'] as const)(
  'counts nothing by a log in which a stream was %s and scavenged',
  async (how) => {
    expect(await readTheLog()).toBe(7);
    await target.damage(stream, how);
    target.double.log.scavenge();
    await store.append(newStream(), 'none', events(1));
    if (how === 'truncated') await expect(readTheLog()).rejects.toMatchObject(isRefused);
    // Nothing of it is left that could tell; whoever asks for the stream is told.
    await expect(store.readStream(stream)).rejects.toMatchObject(isRefused);
  },
);

it('does not go on from a position at which nothing stands', async () => {
  const { position } = await store.head();
  const [commit] = position.split('-');
  const after = store.parsePosition(String(Number(commit) - 1));
  const { signal } = subscribing;
  const following = async () => {
    for await (const batch of store.subscribe({ after, signal })) expect(batch.events).toEqual([]);
  };
  await expect(following()).rejects.toThrow('no event of the log stands at this position');
});

const type = 'youth.note-added.v1';
const json = 'application/json';

it.each([
  ['an event without what ours say of themselves', type, json, '{}', ''],
  ['an event that says other things of itself', type, json, '{}', '{"by":"hand"}'],
  ['what is no JSON', type, json, 'no JSON', '{"by":"hand"}'],
  ['what does not claim to be JSON', type, 'application/octet-stream', 'bytes', ''],
  ['a link to another event', '$>', json, `0@${newStream()}`, ''],
])(
  'refuses a stream into which somebody wrote %s',
  async (_, kind, contentType, data, metadata) => {
    const written = {
      id: randomUUID(),
      type: kind,
      contentType,
      data: Buffer.from(data),
      metadata: Buffer.from(metadata),
    };
    const following = follow();
    following.catch(() => undefined);
    await until('all is heard', () => heard === 7 || heard);
    target.double.log.append(stream, 'any', [written]);
    await expect(store.readStream(stream)).rejects.toMatchObject(isRefused);
    await expect(store.readStream(stream, { backwards: true, limit: 1 })).rejects.toMatchObject(
      isRefused,
    );
    if (kind === '$>') return;
    await expect(readTheLog()).rejects.toMatchObject(isRefused);
    await expect(following).rejects.toMatchObject(isRefused);
  },
);

it('leaves streams of others alone, whatever becomes of them', async () => {
  const theirs = `ops-${randomUUID()}`;
  const written = Array.from({ length: 4 }, () => ({
    id: randomUUID(),
    type: 'backup-made',
    contentType: json,
    data: Buffer.from('{}'),
    metadata: Buffer.from(''),
  }));
  target.double.log.append(theirs, 'any', written);
  await target.damage(theirs, 'truncated');
  target.double.log.scavenge();
  let count = 0;
  for await (const batch of store.readAll({ typePrefixes: ['youth.'] })) {
    count += batch.events.length;
  }
  expect(count).toBe(7);
});

it('takes a stream for new that has metadata, but never had an event', async () => {
  const fresh = newStream();
  const metadata = {
    id: randomUUID(),
    type: '$metadata',
    contentType: json,
    data: Buffer.from('{"$acl":{"$r":"$admins"}}'),
    metadata: Buffer.from(''),
  };
  target.double.log.append(`$$${fresh}`, 'any', [metadata]);
  expect(await store.readStream(fresh)).toEqual([]);
  expect((await store.append(fresh, 'none', events(1))).revision).toBe(0);
});
