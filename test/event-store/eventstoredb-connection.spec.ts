import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerCredentials } from '@grpc/grpc-js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ConfigurationError } from '@sikkerby/configuration';
import { loadEventStoreDb } from '@sikkerby/event-store';
import { WireDouble } from '../wire-double/wire-double.js';
import { doubleTarget, type DoubleTarget } from './contract/eventstoredb-target.js';
import { events, newStream, registry } from './contract/events.js';
import { until } from '../support/until.js';

const EventStoreDbEventStore = await loadEventStoreDb();

let folder: string;
let target: DoubleTarget;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sikkerby-tls-'));
  const certificate = ['-x509', '-nodes', '-days', '1', '-subj', '/CN=double'];
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'ca.pem')];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', ...certificate, ...key, ...names, ...files], { stdio: 'ignore' });
  target = await doubleTarget();
});
afterAll(async () => {
  await target.close();
  rmSync(folder, { recursive: true });
});

test('TLS by a certificate of our own; credentials go with every append', async () => {
  const [key, chain] = ['key.pem', 'ca.pem'].map((name) => readFileSync(join(folder, name)));
  if (!key || !chain) throw new Error('no certificate');
  const pair = { private_key: key, cert_chain: chain };
  const credentials = ServerCredentials.createSsl(null, [pair]);
  const double = await WireDouble.start({ credentials });
  const url = `esdb://user:hemmelig@${double.address}?tlsCAFile=${join(folder, 'ca.pem')}`;
  const store = new EventStoreDbEventStore(url, registry);
  await store.append(newStream(), 'none', events(2));
  expect([...double.authorizations]).toEqual([`Basic ${btoa('user:hemmelig')}`]);
  expect(double.batchAppends).toBe(0);
  await store.close();
  await double.stop();
});

test('without credentials, too, the batch append is never taken', async () => {
  const store = target.open(registry);
  await store.append(newStream(), 'none', events(2));
  expect(target.double.batchAppends).toBe(0);
});

test('of a cluster, the server is taken that leads it', async () => {
  const url = `esdb://127.0.0.1:9,${target.double.address}?tls=false`;
  const store = new EventStoreDbEventStore(url, registry);
  const { position } = await store.append(newStream(), 'none', events(2));
  expect((await store.head()).position).toBe(position);
  await store.close();
});

test('a server that does not answer is a fault of the settings when a program starts', async () => {
  const there = new EventStoreDbEventStore(target.double.url, registry);
  expect(await there.reached()).toBe(there);
  await there.close();
  const url = 'esdb://user:hemmelig@127.0.0.1:9?tls=false';
  const store = new EventStoreDbEventStore(url, registry, { deadline: 50 });
  const complaint = new ConfigurationError('EVENTSTOREDB_URL: no server answers (unavailable)');
  await expect(store.reached()).rejects.toThrow(complaint);
  await store.close();
});

test('a server that comes back after a while is asked at once', async () => {
  const double = await WireDouble.start();
  const store = new EventStoreDbEventStore(double.url, registry, { deadline: 500 });
  await store.append(newStream(), 'none', events(1));
  double.kill();
  for (const begin = performance.now(); performance.now() - begin < 6000;) {
    await expect(store.head()).rejects.toThrow('EventStoreDB: ');
  }
  await double.listen();
  expect((await store.head()).recordedAt).toBeDefined();
  await store.close();
  await double.stop();
});

test('a store that was closed stays closed', async () => {
  const store = new EventStoreDbEventStore(target.double.url, registry, { deadline: 200 });
  await store.head();
  await store.close();
  for (let time = 0; time < 3; time += 1) {
    await expect(store.head()).rejects.toThrow('EventStoreDB: ');
  }
});

test('what fails tells nothing of the address', async () => {
  const url = 'esdb://user:hemmelig@127.0.0.1:9';
  const store = new EventStoreDbEventStore(url, registry, { deadline: 50 });
  await expect(store.head()).rejects.toThrow(/^EventStoreDB: [a-z -]+$/);
  await store.close();
});

test('calls end with what they were for', async () => {
  const store = target.open(registry);
  for (let part = 0; part < 5; part += 1) await store.append(newStream(), 'none', events(500));
  for (let time = 0; time < 10; time += 1) {
    for await (const batch of store.readAll({ batchSize: 10 })) {
      expect(batch.events).toHaveLength(10);
      break;
    }
  }
  await until('no call is open', () => target.double.openCalls === 0);
});
