import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { copyLog, loadEventStoreDb, type EventStore } from '@sikkerby/event-store';
import { registryAsWritten } from '../../libs/system/registry.js';
import { goldenYears } from '../golden-year/golden-years.js';
import { expectSameFacts } from '../golden-year/same-facts.js';
import { isMerged, someStories } from '../golden-year/some-stories.js';
import { breakableWay } from '../http/support/breakable-way.js';
import { counts } from '../support/effort.js';
import { patience } from '../support/patience.js';
import { breakDown } from './break-down.js';
import { describeEventStore } from './contract/event-store-contract.js';
import { registry } from './contract/events.js';
import { serverTarget } from './contract/eventstoredb-target.js';
import { postgresTarget } from './contract/postgres-target.js';

// What was EVENTSTOREDB_URL when the run began (jest.config.js).
const url = process.env.TEST_SERVER;

jest.setTimeout(patience(600));

/** Files whose tests need the double, and what they do to it. */
const onlyOnTheDouble = {
  'copy-log.spec.ts': 'they copy to an empty log, each to another',
  'cluster.spec.ts': 'they choose which node leads, and let one stand still',
  'eventstoredb-connection.spec.ts': 'they look at what comes in, and bring a certificate',
  'eventstoredb-damaged.spec.ts': 'they scavenge the log',
  'eventstoredb-faults.spec.ts': 'they end its subscriptions and hold back its answers',
  'largest-append.spec.ts': 'they choose what it takes',
  'last-event.spec.ts': 'they interrupt an append in its midst',
  'quiet-weekend.spec.ts': 'they write in its name',
  'server-away.spec.ts': 'they stop it',
};

// In this order: the whole system wants an empty log; whatever comes later reads what is its own.
if (url === undefined) {
  test("a server of one's own is tried where EVENTSTOREDB_URL names one", () => {
    process.stdout.write('No server of your own is tried: no EVENTSTOREDB_URL\n');
    for (const file of Object.keys(onlyOnTheDouble)) expect(testsIn(file)).toBeGreaterThan(0);
  });
} else {
  describeOwnServer(url);
}

function describeOwnServer(server: string): void {
  describe('the whole system', () => {
    test('makes the same facts of a history as on PostgreSQL', async () => {
      const every = counts.storiesInBothStores;
      const isOne = (index: number) => index % every === 0;
      const stories = someStories(goldenYears(), (story, index) => isOne(index) || isMerged(story));
      const store = await open(server);
      const { recordedAt } = await store.head();
      await store.close();
      if (recordedAt !== undefined)
        throw new Error("the server's log is not empty: start a new one");
      expect(await expectSameFacts(stories, server)).toBeGreaterThan(stories.length);
    });
  });

  describeEventStore('EventStoreDB, a server', () => serverTarget(server, registry));

  describe('whose connection breaks', () => {
    let way: Awaited<ReturnType<typeof breakableWay>> | undefined;
    let store: EventStore;
    beforeAll(async () => {
      way = isOneWithoutTls(server) ? await breakableWay(server) : undefined;
      store = await open(server);
    });
    afterAll(async () => {
      await store.close();
      await way?.cut();
    });

    test('nothing is lost, doubled or out of order', async () => {
      if (!way) {
        process.stdout.write('1 test cannot run: a cluster, or TLS, has no way that can be cut\n');
        return;
      }
      const { cut, mend } = way;
      const { position: after } = await store.head();
      const cutFor = (milliseconds: number) => async () => {
        await cut();
        await sleep(milliseconds);
        await mend();
      };
      const log = async () => {
        const all = [];
        for await (const batch of store.readAll({ after })) all.push(...batch.events);
        return all;
      };
      const faults = [cutFor(0), cutFor(1000), cutFor(4000)];
      await breakDown(
        { url: way.url, faults, log, idle: () => Promise.resolve() },
        counts.serverFaults,
      );
    });
  });

  describe('a copy', () => {
    test('of its log is the same log', () => copyFrom(server));
  });

  afterAll(() => {
    const left = Object.entries(onlyOnTheDouble).map(
      ([file, why]) => `  ${String(testsIn(file)).padStart(3)} of ${file}: ${why}\n`,
    );
    process.stdout.write(`Tests that cannot run on a server of your own:\n${left.join('')}`);
  });
}

/** As they are written; each stands for several where a table follows. */
function testsIn(file: string): number {
  const source = readFileSync(`test/event-store/${file}`, 'utf8');
  return source.match(/^ *(it|test)(\.each)?\b/gm)?.length ?? 0;
}

async function open(server: string, known = registry): Promise<EventStore> {
  const EventStoreDbEventStore = await loadEventStoreDb();
  return new EventStoreDbEventStore(server, known);
}

function isOneWithoutTls(server: string): boolean {
  return !server.includes(',') && /[?&]tls=false/.test(server);
}

async function copyFrom(server: string): Promise<void> {
  const asWritten = registryAsWritten().register(registry.readable);
  const there = await open(server, asWritten);
  const target = await postgresTarget();
  try {
    const copied = await copyLog(there, target.open(asWritten), () => undefined);
    expect(copied.copied).toBe(copied.events);
  } finally {
    await there.close();
    await target.close();
  }
}
