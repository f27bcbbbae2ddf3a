import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  UnknownEvent,
  type Batch,
  type EventStore,
  type ReadAll,
  type ReadStream,
  sliceOf,
} from '@sikkerby/event-store';
import type { Position, RecordedEvent } from '@sikkerby/kernel';
import fc from 'fast-check';
import type { Given } from './event-store-contract.js';
import { event, events, newStream, olderRegistry, registry } from './events.js';

export function describeReads(given: Given): void {
  describe('reads', () => {
    let store: EventStore;
    const stream = newStream();
    let before: Position;
    let written: RecordedEvent[];

    beforeAll(async () => {
      store = given().open(registry);
      before = (await store.head()).position;
      await store.append(stream, 'none', events(4));
      await store.append(newStream(), 'none', events(5, 'exit.plan-made.v1'));
      await store.append(stream, 3, events(4, 'youth.case-opened.v2'));
      await store.append(newStream(), 'none', events(3));
      written = (await collect(store.readAll({ after: before }))).flatMap(({ events }) => events);
    });

    test('a stream that does not exist has no events', async () => {
      expect(await store.readStream(newStream())).toEqual([]);
    });

    test('a stream up to a revision, forwards and backwards, a few at a time', async () => {
      const all = written.filter((event) => event.stream === stream);
      expect(all).toHaveLength(8);
      await fc.assert(
        fc.asyncProperty(
          fc.option(fc.nat(9), { nil: undefined }),
          fc.boolean(),
          fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
          async (revision, backwards, limit) => {
            const upTo = all.slice(0, (revision ?? 9) + 1);
            const wanted = (backwards ? upTo.reverse() : upTo).slice(0, limit);
            const options = {
              ...(revision === undefined ? {} : { upTo: { revision } }),
              ...(limit === undefined ? {} : { limit }),
            };
            expect(await store.readStream(stream, { ...options, backwards })).toEqual(wanted);
          },
        ),
      );
    });

    test('a stream as it stood at a position or a moment', async () => {
      const all = written.filter((event) => event.stream === stream);
      for (const { position, recordedAt } of written) {
        const upTo = await store.readStream(stream, { upTo: { position } });
        expect(upTo).toEqual(all.filter((event) => event.position <= position));
        const moment = new Date(recordedAt);
        const atMoment = await store.readStream(stream, { upTo: { moment } });
        expect(atMoment).toEqual(all.filter((event) => new Date(event.recordedAt) <= moment));
      }
      expect(await store.readStream(stream, { upTo: { moment: new Date(0) } })).toEqual([]);
    });

    test('everything after a position, in batches, whatever the filter', async () => {
      const positions = [before, ...written.map(({ position }) => position)];
      const place = fc.option(fc.constantFrom(...positions), { nil: undefined });
      const prefixes = fc.subarray(['youth.', 'exit.', 'youth.case-', 'other.']);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...positions),
          place,
          fc.option(prefixes, { nil: undefined }),
          fc.option(fc.nat(1023), { nil: undefined }),
          fc.integer({ min: 1, max: 8 }),
          async (after, upTo, typePrefixes, slice, batchSize) => {
            const options: ReadAll = {
              after,
              batchSize,
              ...(upTo === undefined ? {} : { upTo }),
              ...(typePrefixes === undefined ? {} : { typePrefixes }),
              ...(slice === undefined ? {} : { slices: { from: 0, to: slice } }),
            };
            const wanted = written.filter(
              (event) =>
                event.position > after &&
                (upTo === undefined || event.position <= upTo) &&
                (typePrefixes ?? ['']).some((prefix) => event.type.startsWith(prefix)) &&
                sliceOf(event.stream) <= (slice ?? 1023),
            );
            const batches = await collect(store.readAll(options));
            expect(batches.flatMap(({ events }) => events)).toEqual(wanted);
            expectThrough(batches, batchSize);
            const end = upTo ?? positions.at(-1) ?? before;
            expect(batches.at(-1)?.through).toBe(end > after ? end : after);
          },
        ),
      );
    });

    test('older versions are lifted; an unknown type is a hard stop', async () => {
      const older = given().open(olderRegistry);
      const old = newStream();
      const { position } = await older.append(old, 'none', [
        event('youth.case-opened.v1', { number: 7 }),
      ]);
      const [lifted] = await store.readStream(old);
      expect(lifted).toMatchObject({ type: 'youth.case-opened.v2', data: { number: 7, level: 1 } });
      await expect(older.readStream(stream)).rejects.toThrow(UnknownEvent);
      await expect(collect(older.readAll({ after: before, upTo: position }))).rejects.toThrow(
        UnknownEvent,
      );
    });

    test('who asks for the newest version is given what was written in an older one', async () => {
      const { position: after } = await store.head();
      const old = newStream();
      await given()
        .open(olderRegistry)
        .append(old, 'none', [event('youth.case-opened.v1')]);
      await store.append(old, 0, [event('youth.case-opened.v2'), event()]);
      const typePrefixes = ['youth.case-opened.v2'];
      const batches = await collect(store.readAll({ after, typePrefixes }));
      const read = batches.flatMap(({ events: found }) => found);
      expect(read.map(({ type, asWritten }) => [type, asWritten?.type])).toEqual([
        ['youth.case-opened.v2', 'youth.case-opened.v1'],
        ['youth.case-opened.v2', undefined],
      ]);
    });

    test('a stream backwards, of one event and of 5,000', async () => {
      const one = newStream();
      const { position } = await store.append(one, 'none', events(1));
      const backwards = true;
      expect(await store.readStream(one, { backwards })).toMatchObject([{ position }]);
      const many = newStream();
      for (let part = 0; part < 10; part += 1) {
        await store.append(many, part === 0 ? 'none' : 500 * part - 1, events(500));
      }
      const revisions = async (options: ReadStream) =>
        (await store.readStream(many, options)).map(({ revision }) => revision);
      const whole = Array.from({ length: 5000 }, (_, at) => 4999 - at);
      expect(await revisions({ backwards })).toEqual(whole);
      expect(await revisions({ backwards, limit: 1 })).toEqual([4999]);
      const upTo = { revision: 4000 };
      expect(await revisions({ backwards, upTo, limit: 2 })).toEqual([4000, 3999]);
      expect(await revisions({ backwards, upTo: { revision: 9999 }, limit: 2 })).toEqual([
        4999, 4998,
      ]);
      expect(await revisions({ backwards, upTo: { position }, limit: 1 })).toEqual([]);
    });

    test('a log of thousands comes in whole batches', async () => {
      const after = (await store.head()).position;
      for (let part = 0; part < 12; part += 1) {
        await store.append(newStream(), 'none', events(500));
      }
      const batches = await collect(store.readAll({ after }));
      const count = batches.reduce((sum, { events }) => sum + events.length, 0);
      expect(count).toBe(6000);
      expect(batches.length).toBeLessThan(12);
      expectThrough(batches, 1000);
    });
  });
}

async function collect(batches: AsyncIterable<Batch>): Promise<Batch[]> {
  const all: Batch[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}

/** Everything up to `through`, and nothing after it, has been delivered. */
function expectThrough(batches: readonly Batch[], batchSize: number): void {
  let through = '';
  for (const batch of batches) {
    expect(batch.events.length).toBeLessThanOrEqual(batchSize);
    for (const { position } of batch.events) {
      expect(position > through).toBe(true);
      expect(position <= batch.through).toBe(true);
    }
    expect(batch.through >= through).toBe(true);
    through = batch.through;
  }
}
