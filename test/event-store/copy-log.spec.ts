import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import {
  copyLog,
  CopyRefused,
  EventRegistry,
  LogContent,
  type CopyProgress,
  type EventStore,
} from '@sikkerby/event-store';
import { event, events, newStream, registry } from './contract/events.js';
import { doubleTarget, type DoubleTarget } from './contract/eventstoredb-target.js';
import { postgresTarget, type PostgresTarget } from './contract/postgres-target.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(60));

const asWritten = new EventRegistry().register(registry.readable);
const silent = () => undefined;

let source: PostgresTarget;
let log: EventStore;

beforeAll(async () => {
  source = await postgresTarget();
  log = source.open(asWritten);
  await write(log);
});
afterAll(() => source.close());

/** Streams that take turns, runs of one stream, an older version, and large events. */
async function write(store: EventStore): Promise<void> {
  const [one, other] = [newStream(), newStream()];
  await store.append(one, 'none', [
    event('youth.case-opened.v1', { b: 1, a: { æ: 'ø "\\\u0000' } }),
    { ...event(), causationId: 'cause', legalBasis: 'consent', reason: 'wrong-person' },
  ]);
  await store.append(other, 'none', events(3));
  for (let turn = 0; turn < 10; turn += 1) {
    await store.append(one, turn + 1, events(1));
    await store.append(other, turn + 2, events(1, 'exit.plan-made.v1'));
  }
  const large = { text: 'x'.repeat(400_000) };
  await store.append(other, 12, [event('youth.note-added.v1', large), ...events(1200)]);
  await store.append(
    other,
    1213,
    [1, 2, 3].map(() => event('youth.note-added.v1', large)),
  );
}

async function contentOf(store: EventStore): Promise<object[]> {
  const all: object[] = [];
  for await (const batch of store.readAll()) {
    all.push(...batch.events.map((event) => ({ ...event, position: '', recordedAt: '' })));
  }
  return all;
}

async function onDouble(work: (copy: EventStore, target: DoubleTarget) => Promise<void>) {
  const target = await doubleTarget();
  await work(target.open(asWritten), target).finally(() => target.close());
}

async function onPostgres(work: (copy: EventStore, target: PostgresTarget) => Promise<void>) {
  const target = await postgresTarget();
  await work(target.open(asWritten), target).finally(() => target.close());
}

test('PostgreSQL to EventStoreDB and back: the same log, told by the same digest', () =>
  onDouble((away) =>
    onPostgres(async (back) => {
      const there = await copyLog(log, away, silent);
      expect(there).toMatchObject({ events: 1229, streams: 2, copied: 1229 });
      expect(await copyLog(away, back, silent)).toEqual(there);
      expect(await contentOf(back)).toEqual(await contentOf(log));
    }),
  ));

test('what came since is all that is copied the next time', () =>
  onPostgres((first) =>
    onPostgres(async (copy) => {
      await first.append(newStream(), 'none', events(5));
      const { digest } = await copyLog(first, copy, silent);
      expect(await copyLog(first, copy, silent)).toMatchObject({ copied: 0, digest });
      await first.append(newStream(), 'none', events(2));
      expect(await copyLog(first, copy, silent)).toMatchObject({ events: 7, copied: 2 });
    }),
  ));

test('an empty log is copied too', () =>
  onPostgres((empty) =>
    onPostgres(async (copy) => {
      expect(await copyLog(empty, copy, silent)).toMatchObject({ events: 0, copied: 0 });
    }),
  ));

test('interrupted again and again, it goes on where it ended', () =>
  onDouble(async (copy, target) => {
    const interrupted = new Error('interrupted');
    let copied = 0;
    const stopAfter = (appends: number) => (progress: CopyProgress) => {
      if (progress.phase === 'copying' && (appends -= 1) === 0) {
        copied += progress.done;
        throw interrupted;
      }
    };
    for (const appends of [1, 1, 2, 13]) {
      await expect(copyLog(log, copy, stopAfter(appends))).rejects.toBe(interrupted);
    }
    const last = await copyLog(log, target.open(asWritten), silent);
    expect(copied + last.copied).toBe(1229);
    expect(await contentOf(copy)).toEqual(await contentOf(log));
  }));

test('the connections to the target break meanwhile', () =>
  onDouble(async (copy, target) => {
    const breaks: Promise<unknown>[] = [];
    const progress = ({ phase, done }: CopyProgress) => {
      if (phase === 'copying' && [5, 9].includes(done)) breaks.push(target.breakConnections());
    };
    expect(await copyLog(log, copy, progress)).toMatchObject({ copied: 1229 });
    await Promise.all(breaks);
    expect(breaks).toHaveLength(2);
  }));

test('tells how far it is, of how much', () =>
  onPostgres(async (copy) => {
    const told: CopyProgress[] = [];
    await copyLog(log, copy, (progress) => told.push(progress));
    expect(told.at(-1)).toEqual({ phase: 'checking', done: 1229, total: 1229 });
    const copying = told.filter(({ phase }) => phase === 'copying').map(({ done }) => done);
    expect(copying).toEqual(copying.toSorted((a, b) => a - b));
    expect(copying.at(-1)).toBe(1229);
    const again: CopyProgress[] = [];
    await copyLog(log, copy, (progress) => again.push(progress));
    const last = { phase: 'comparing', done: 1229, total: 1229 };
    expect(again.findLast(({ phase }) => phase === 'comparing')).toEqual(last);
    expect(again.every(({ phase }) => phase !== 'copying')).toBe(true);
  }));

const foreign: Record<string, (copy: EventStore) => Promise<unknown>> = {
  'another log': (copy) => copy.append(newStream(), 'none', events(1)),
  'an event more than the log': async (copy) => {
    await copyLog(log, copy, silent);
    await copy.append(newStream(), 'none', events(1));
  },
  'other data in the events of the log': async (copy) => {
    const [stream = ''] = await streamsOf(log);
    const [first, ...others] = await log.readStream(stream, { limit: 2 });
    if (first) await copy.append(stream, 'none', [{ ...first, data: {} }, ...others]);
  },
  'the same events in another order': async (copy) => {
    const [first] = await log.readStream((await streamsOf(log))[1] ?? '', { limit: 1 });
    if (first) await copy.append(first.stream, 'none', [first]);
  },
};

async function streamsOf(store: EventStore): Promise<string[]> {
  const streams = new Set<string>();
  for await (const batch of store.readAll()) batch.events.forEach((e) => streams.add(e.stream));
  return [...streams];
}

test.each(Object.entries(foreign))('a target with %s is refused, and left alone', (_, make) =>
  onDouble(async (copy) => {
    await make(copy);
    const before = await copy.head();
    await expect(copyLog(log, copy, silent)).rejects.toThrow(CopyRefused);
    expect(await copy.head()).toEqual(before);
  }),
);

test('a target with events that nobody knows is refused', () =>
  onPostgres(async (copy, target) => {
    const stranger = target.open(new EventRegistry().register(['other.thing-happened.v1']));
    await stranger.append(newStream(), 'none', [event('other.thing-happened.v1')]);
    await expect(copyLog(log, copy, silent)).rejects.toThrow(
      'the target holds events that are not a copy of this log',
    );
  }));

test.each([
  ['data', `data = '{"number":999}'`],
  ['metadata', `metadata = replace(metadata::text, '"ssp"', '"other"')::json`],
  ['type', `type = 'exit.plan-made.v1'`],
  ['id', 'id = gen_random_uuid()'],
])('%s that somebody changed in the copy are noticed', (_, change) =>
  onPostgres(async (copy, target) => {
    await copyLog(log, copy, silent);
    const connection = await target.connect().connect();
    await connection.query('SET session_replication_role = replica');
    const { rowCount } = await connection.query(
      `UPDATE event_store.log SET ${change} WHERE position = 900`,
    );
    connection.release(true);
    expect(rowCount).toBe(1);
    await expect(copyLog(log, copy, silent)).rejects.toThrow(CopyRefused);
  }),
);

test('a target that keeps something else than it was given is noticed in the end', async () => {
  const target = await doubleTarget({
    proposed: (given) => given.map((event) => ({ ...event, data: Buffer.from('{}') })),
  });
  try {
    const copying = copyLog(log, target.open(asWritten), silent);
    await expect(copying).rejects.toThrow('the target does not hold what was copied to it');
  } finally {
    await target.close();
  }
});

test('a log with a gap in a stream has no content', () => {
  const content = new LogContent();
  const first = { ...event(), stream: 'youth-1', revision: 1, position: '', recordedAt: '' };
  expect(() => content.add([first as never])).toThrow(CopyRefused);
});
