import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it } from '@jest/globals';
import { AppendTooLarge, loadEventStoreDb } from '@sikkerby/event-store';
import { portOf } from '../support/port-of.js';
import { event, events, newStream, registry } from './contract/events.js';
import { WireDouble } from '../wire-double/wire-double.js';

const EventStoreDbEventStore = await loadEventStoreDb();

const mebibyte = 1024 * 1024;

/** As servers of 24.6 and of 26.0 tell their settings, among a hundred others. */
const setting = (name: string, value: number) => ({
  name,
  description: 'as documented',
  group: 'ApplicationOptions',
  value: String(value),
});

/** What is said at start of a server that tells this of itself. */
async function saidOf(status: number, body: string): Promise<string | undefined> {
  const server = createServer(({ url }, response) => {
    response.writeHead(url === '/info/options' ? status : 404).end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const port = portOf(server);
  const store = new EventStoreDbEventStore(`esdb://127.0.0.1:${port}?tls=false`, registry);
  try {
    return await store.shortage();
  } finally {
    await store.close();
    server.closeAllConnections();
    server.close();
  }
}

it.each<[what: string, status: number, body: unknown, said: RegExp | undefined]>([
  ['1 MiB', 200, [setting('MaxAppendSize', mebibyte)], /takes 1048576 bytes in an append/],
  ['8 MiB', 200, [setting('MaxAppendSize', 8 * mebibyte)], undefined],
  [
    '256 MiB, but 1 MiB an event',
    200,
    [setting('MaxAppendSize', 256 * mebibyte), setting('MaxAppendEventSize', mebibyte)],
    /MaxAppendEventSize/,
  ],
  ['nothing to us', 401, '', undefined],
  ['nothing of it', 200, [setting('ClusterSize', 3)], undefined],
  ['something else', 200, 'no JSON', undefined],
  ['what is no list', 200, { MaxAppendSize: 1 }, undefined],
  ['what is no number', 200, [{ name: 'MaxAppendSize', value: 'much' }], undefined],
])('says what is wrong with a server that takes %s', async (...[, status, body, said]) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const heard = await saidOf(status, text);
  if (said) expect(heard).toMatch(said);
  else expect(heard).toBeUndefined();
});

it('refuses what is larger than the server takes, and goes on', async () => {
  const double = await WireDouble.start({ maxAppendSize: 100_000 });
  const store = new EventStoreDbEventStore(double.url, registry);
  const stream = newStream();
  const large = Array.from({ length: 3 }, () =>
    event('youth.note-added.v1', { text: 'x'.repeat(40_000) }),
  );
  await expect(store.append(stream, 'none', large)).rejects.toEqual(
    new AppendTooLarge('MaxAppendSize', 100_000),
  );
  expect(await store.readStream(stream)).toEqual([]);
  expect((await store.append(stream, 'none', events(2))).revision).toBe(1);
  expect(await store.shortage()).toBeUndefined();
  await store.close();
  await double.stop();
});
