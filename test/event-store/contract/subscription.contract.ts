import { beforeAll, describe, expect, test } from '@jest/globals';
import { UnknownEvent, type Batch, type EventStore } from '@sikkerby/event-store';
import type { Given } from './event-store-contract.js';
import { event, events, newStream, olderRegistry, registry } from './events.js';

export function describeSubscription(given: Given): void {
  describe('subscription', () => {
    let store: EventStore;
    beforeAll(() => {
      store = given().open(registry);
    });

    test('delivers what there is, then what comes, in order', async () => {
      const after = (await store.head()).position;
      await store.append(newStream(), 'none', events(5));
      const reader = read(store, { after, batchSize: 2 });
      const early = await reader.until(({ count }) => count === 5);
      expect(early.every(({ events }) => events.length <= 2)).toBe(true);
      const { position } = await store.append(newStream(), 'none', events(3));
      const all = await reader.until(({ through }) => through === position);
      await reader.end();
      const log = [];
      for await (const batch of store.readAll({ after })) log.push(...batch.events);
      expect(all.flatMap(({ events }) => events)).toEqual(log);
    });

    test('tells how far it is when nothing matches', async () => {
      const after = (await store.head()).position;
      const reader = read(store, { after, typePrefixes: ['exit.'] });
      const { position } = await store.append(newStream(), 'none', events(3));
      const batches = await reader.until(({ through }) => through === position);
      await reader.end();
      expect(batches.flatMap(({ events }) => events)).toEqual([]);
    });

    test('resumes after every break without a gap', async () => {
      const { after } = given();
      const from = after === undefined ? {} : { after };
      const reader = read(store, { ...from, batchSize: 100 });
      let { position } = await store.head();
      for (let time = 0; time < 8; time += 1) {
        await given().breakConnections();
        ({ position } = await store.append(newStream(), 'none', events(2)));
      }
      const batches = await reader.until(({ through }) => through === position);
      await reader.end();
      const log = [];
      for await (const batch of store.readAll(from)) log.push(...batch.events);
      const seen = batches.flatMap(({ events }) => events.map(({ id }) => id));
      expect(seen).toEqual(log.map(({ id }) => id));
    });

    test('takes the next batch only when the last one was handled', async () => {
      const after = (await store.head()).position;
      await store.append(newStream(), 'none', events(6));
      const abort = new AbortController();
      let handled = 0;
      for await (const batch of store.subscribe({ after, batchSize: 2, signal: abort.signal })) {
        expect(batch.events).toHaveLength(2);
        handled += 1;
        await store.append(newStream(), 'none', events(2));
        if (handled === 6) abort.abort();
      }
      expect(handled).toBe(6);
    });

    test('an unknown type is a hard stop', async () => {
      const after = (await store.head()).position;
      await store.append(newStream(), 'none', [event('exit.plan-made.v1')]);
      const reader = read(given().open(olderRegistry), { after });
      await expect(reader.finished).rejects.toThrow(UnknownEvent);
    });

    test('ends at once when aborted, also before it began', async () => {
      const reader = read(store, {});
      await reader.end();
      for await (const batch of store.subscribe({ signal: AbortSignal.abort() })) {
        expect(batch).toBeUndefined();
      }
    });
  });
}

interface Progress {
  readonly through: string;
  readonly count: number;
}

/** Reads in the background; `until` gives the batches so far once they are as wanted. */
function read(store: EventStore, options: Omit<Parameters<EventStore['subscribe']>[0], 'signal'>) {
  const abort = new AbortController();
  const batches: Batch[] = [];
  let check: () => void = () => undefined;
  const finished = (async () => {
    for await (const batch of store.subscribe({ ...options, signal: abort.signal })) {
      batches.push(batch);
      check();
    }
  })();
  return {
    finished,
    until(wanted: (progress: Progress) => boolean): Promise<Batch[]> {
      return new Promise((resolve, reject) => {
        check = () => {
          const count = batches.reduce((sum, { events }) => sum + events.length, 0);
          if (wanted({ through: batches.at(-1)?.through ?? '', count })) resolve([...batches]);
        };
        check();
        finished.catch(reject);
      });
    },
    end(): Promise<void> {
      abort.abort();
      return finished;
    },
  };
}
