import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Batch, SubscribeOptions } from '@sikkerby/event-store';
import type { Projection } from '@sikkerby/projections';
import fc from 'fast-check';
import { faultyPool, type Fault } from './support/faulty-pool.js';
import { MemoryStore } from './support/memory-store.js';
import { event, filled, plainFold, things } from './support/things.js';
import { projectionWorld, projector, type World } from './support/world.js';

let world: World;
let number = 0;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.end());

/** A projection whose tables are there and empty, so that what follows is done live. */
async function built(onPoison: Projection['onPoison'] = 'halt'): Promise<Projection> {
  const projection = things({ name: `once.n${String(++number)}`, onPoison });
  const store = new MemoryStore();
  const running = projector([projection], { store, pool: world.pool });
  await world.models.waitForPosition([projection.name], store.parsePosition('0'), 60_000);
  await running.stop();
  return projection;
}

async function caughtUp(projection: Projection, store: MemoryStore, pool = world.pool) {
  const { position } = await store.head();
  const running = projector([projection], { store, pool });
  await world.models.waitForPosition([projection.name], position, 60_000);
  await running.stop();
  return world.rows(projection.name);
}

describe('the rows are those of a plain fold', () => {
  test.each([1, 2, 3, 7, 50, 1000])('in batches of %d', async (size) => {
    const projection = await built();
    const store = await filled(5, 60);
    store.cuts.push(...Array<number>(60).fill(size));
    expect(await caughtUp(projection, store)).toEqual(plainFold(projection, store.log));
  });

  test('when every batch is delivered again, and older events with it', async () => {
    class Stutterer extends MemoryStore {
      override async *subscribe(options: SubscribeOptions): AsyncIterable<Batch> {
        for await (const batch of super.subscribe(options)) {
          const { through } = batch;
          const again = this.log.filter(({ position }) => position <= through);
          yield { through, events: again };
          yield batch;
        }
      }
    }
    const projection = await built();
    const store = new Stutterer();
    store.log.push(...(await filled(3, 30)).log);
    store.cuts.push(4, 1, 9);
    expect(await caughtUp(projection, store)).toEqual(plainFold(projection, store.log));
  });

  test.each(['before', 'after'] as const)(
    'when the connection is lost %s any statement, the commit too',
    async (when) => {
      for (let at = 1; ; at++) {
        expect(at).toBeLessThan(500);
        const projection = await built();
        const store = await filled(3, 12);
        store.cuts.push(6, 6);
        const { pool, struck } = faultyPool(world.pool, { at, when });
        const rows = await caughtUp(projection, store, pool);
        expect({ at, rows }).toEqual({ at, rows: plainFold(projection, store.log) });
        if (!struck()) break;
      }
    },
  );

  test('when two projectors are at work at once', async () => {
    const projection = await built();
    const store = new MemoryStore();
    const two = [0, 1].map(() => projector([projection], { store, pool: world.pool }));
    for (const { stream, ...data } of (await filled(4, 200)).log) {
      await store.append(stream, 'exists', [data]);
      if (Number(data.position) % 9 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const { position } = await store.head();
    await world.models.waitForPosition([projection.name], position, 60_000);
    await Promise.all(two.map((one) => one.stop()));
    expect(await world.rows(projection.name)).toEqual(plainFold(projection, store.log));
  });

  test('for any streams, cuts, poison and lost connection', async () => {
    const anEvent = fc.record(
      {
        stream: fc.integer({ min: 0, max: 3 }),
        add: fc.integer({ min: -1000, max: 1000 }),
        word: fc.string({ unit: 'binary', maxLength: 5 }).filter((word) => !word.includes('\0')),
        takeBack: fc.integer({ min: 0, max: 5 }),
        poison: fc.constantFrom(true, false, false, false, false, false),
      },
      { requiredKeys: ['stream', 'add', 'word', 'poison'] },
    );
    const aFault = fc.record<Fault>({
      at: fc.integer({ min: 1, max: 40 }),
      when: fc.constantFrom('before', 'after'),
    });
    const cuts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 30, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(anEvent, { minLength: 1, maxLength: 30 }),
        cuts,
        aFault,
        async (events, sizes, fault) => {
          const projection = await built('quarantine');
          const store = new MemoryStore();
          for (const { stream, ...data } of events) {
            await store.append(`thing-${String(stream)}`, 'exists', [event(data)]);
          }
          store.cuts.push(...sizes);
          const { pool } = faultyPool(world.pool, fault);
          const rows = await caughtUp(projection, store, pool);
          expect(rows).toEqual(plainFold(projection, store.log));
        },
      ),
      { numRuns: 30 },
    );
  });
});
