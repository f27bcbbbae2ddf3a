import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventStoreMigrations, EventRegistry, PostgresEventStore } from '@sikkerby/event-store';
import type { RecordedEvent } from '@sikkerby/kernel';
import { createPool } from '@sikkerby/postgres';
import { rebuild, status, type Progress, type Projection } from '@sikkerby/projections';
import { faultyPool } from './support/faulty-pool.js';
import { changed, event, filled, plainFold, things } from './support/things.js';
import { projectionWorld, projector, untilState, type World } from './support/world.js';
import { until } from '../support/until.js';

let world: World;
beforeAll(async () => {
  world = await projectionWorld(eventStoreMigrations);
});
afterAll(() => world.end());

async function schemasOf({ name }: Projection): Promise<string[]> {
  const { rows } = await world.pool.query<{ nspname: string }>(
    'SELECT nspname FROM pg_namespace WHERE nspname ~ $1',
    [`^${name.replaceAll(/[.-]/g, '_')}_v`],
  );
  return rows.map(({ nspname }) => nspname);
}

/** Until somebody waits for a lock in this database that another holds. */
async function somebodyWaits(): Promise<void> {
  for (let waits = 0; waits === 0;) {
    const { rowCount } = await world.pool.query(
      `SELECT FROM pg_locks JOIN pg_database ON oid = database
       WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted`,
    );
    waits = rowCount ?? 0;
  }
}

describe('a rebuild', () => {
  test.each([1_000_000, 30, 1])(
    'in parts of %d events gives the rows of a plain fold',
    async (partSize) => {
      const projections = ['halt', 'quarantine'].map((onPoison) =>
        things({ name: `rebuild.parts-${onPoison}`, onPoison: onPoison as 'halt' }),
      );
      const store = await filled(7, 90);
      const { pool } = world;
      const { switched, events } = await rebuild({ projections, store, pool, partSize });
      expect({ switched, events }).toEqual({
        switched: projections.map(({ name }) => name),
        events: 90,
      });
      for (const projection of projections) {
        expect(await world.rows(projection.name)).toEqual(plainFold(projection, store.log));
        expect(await schemasOf(projection)).toHaveLength(1);
      }
    },
  );

  test('leaves streams aside as live rows do', async () => {
    const projection = things({ name: 'rebuild.aside', onPoison: 'quarantine' });
    const store = await filled(3, 20);
    await store.append('thing-1', 'exists', [event({ add: 1, word: '', poison: true })]);
    await store.append('thing-1', 'exists', [event({ add: 1, word: '' })]);
    await rebuild({ projections: [projection], store, pool: world.pool });
    expect(await world.rows(projection.name)).toEqual(plainFold(projection, store.log));
    const [found] = await status([projection], store, world.pool);
    expect(found?.quarantined).toMatchObject([{ stream: 'thing-1', position: '000000000021' }]);
  });

  test('tells how far it is', async () => {
    const projection = things({ name: 'rebuild.progress' });
    const store = await filled(3, 20);
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => told.push(progress);
    await rebuild({ projections: [projection], store, pool: world.pool, onProgress });
    expect([...new Set(told.map(({ phase }) => phase))]).toEqual([
      'waiting',
      'reading',
      'writing',
      'catching up',
      'switched',
      'done',
    ]);
    expect(told.at(-1)).toMatchObject({ done: 20, total: 20, secondsLeft: 0 });
  });

  test('goes on while events are appended, followed and read; each reading is of one moment', async () => {
    const pool = createPool(world.url, { name: 'log', role: 'sikkerby_app' });
    const store = new PostgresEventStore(pool, new EventRegistry().register([changed]));
    const projection = things({ name: 'rebuild.busy' });
    const running = projector([projection], { store, pool: world.pool });
    await world.models.waitForPosition([projection.name], store.parsePosition('0'), 60_000);

    let busy = true;
    const whileBusy = async (work: (turn: number) => Promise<void>) => {
      for (let turn = 0; busy; turn++) await work(turn);
    };
    const appending = whileBusy(async (turn) => {
      const events = [event({ add: turn, word: String(turn) }), event({ add: 1, word: '' })];
      const { position } = await store.append(
        `thing-${String(turn % 20)}`,
        turn < 20 ? 'none' : 'exists',
        events,
      );
      if (turn % 10 === 0) await world.models.waitForPosition([projection.name], position, 60_000);
    });
    const readings = new Map<string, number>();
    const reading = whileBusy(async () => {
      const { at, count } = await world.models.readView(
        projection.name,
        {},
        async (manager, at) => {
          const [sum] = await manager.query<{ count: number }[]>(
            'SELECT count(*)::integer AS count FROM entry',
          );
          return { at: at ?? '', count: sum?.count ?? -1 };
        },
      );
      readings.set(at, count);
    });
    for (let turn = 0; turn < 3 || readings.size < 6; turn++) {
      await rebuild({ projections: [projection], store, pool: world.pool, partSize: 200 });
    }
    busy = false;
    await Promise.all([appending, reading]);
    const { position } = await store.head();
    await world.models.waitForPosition([projection.name], position, 60_000);
    await running.stop();

    const log: RecordedEvent[] = [];
    for await (const { events } of store.readAll()) log.push(...events);
    expect(await world.rows(projection.name)).toEqual(plainFold(projection, log));
    for (const [at, count] of readings) expect({ at, count }).toEqual({ at, count: Number(at) });
    expect(await schemasOf(projection)).toHaveLength(1);
    await store.close();
    await pool.end();
  });

  test('lets readers finish before it drops the rows they read', async () => {
    const projection = things({ name: 'rebuild.reader' });
    const store = await filled(3, 20);
    await rebuild({ projections: [projection], store, pool: world.pool });
    let again: Promise<unknown> = Promise.resolve();
    const counts = await world.models.readView(projection.name, {}, async (manager) => {
      again = rebuild({ projections: [projection], store, pool: world.pool });
      await Promise.race([again, somebodyWaits()]);
      return manager.query<{ count: number }[]>('SELECT count(*)::integer AS count FROM thing');
    });
    expect(counts).toEqual([{ count: 3 }]);
    await again;
    expect(await schemasOf(projection)).toHaveLength(1);
  });

  test.each(['before', 'after'] as const)(
    'that breaks off %s any statement leaves the old rows or the new, and the next clears up',
    async (when) => {
      const projection = things({ name: `rebuild.broken-${when}` });
      const store = await filled(3, 20);
      await rebuild({ projections: [projection], store, pool: world.pool });
      for (let at = 1; ; at++) {
        expect(at).toBeLessThan(500);
        const { pool, struck } = faultyPool(world.pool, { at, when });
        await rebuild({ projections: [projection], store, pool }).catch(() => undefined);
        const [found] = await status([projection], store, world.pool);
        const shown = store.log.filter(({ position }) => position <= (found?.checkpoint ?? ''));
        expect(await world.rows(projection.name)).toEqual(plainFold(projection, shown));
        if (!struck()) break;
        await store.append('thing-1', 'exists', [event({ add: at, word: '' })]);
      }
      expect(await schemasOf(projection)).toHaveLength(1);
    },
  );
});

describe('another version in the code', () => {
  test('is rebuilt when a projector starts, and older projectors stand aside', async () => {
    const [old, fresh] = [1, 2].map((version) => things({ name: 'versions.list', version }));
    if (!old || !fresh) throw new Error('two versions');
    const store = await filled(3, 20);
    const first = projector([old], { store, pool: world.pool });
    await world.models.waitForPosition([old.name], store.parsePosition('20'), 60_000);
    const second = projector([fresh], { store, pool: world.pool });
    await until('the new version has taken over', async () => {
      const [found] = await status([fresh], store, world.pool);
      return found?.version === 2;
    });
    const { position } = await store.append('thing-1', 'exists', [event({ add: 1, word: 'new' })]);
    await world.models.waitForPosition([fresh.name], position, 60_000);
    expect(await world.rows(fresh.name)).toEqual(plainFold(fresh, store.log));
    await first.stop();
    await second.stop();
    expect(first.said.map(({ message }) => message)).toContain('another version has taken over');
  });

  test('that cannot be built halts with a pointer while the old rows can be read', async () => {
    let mended = true;
    const build = (version: number) =>
      things({ name: 'versions.poison', version, mended: () => mended });
    const store = await filled(3, 20);
    await store.append('thing-1', 'exists', [event({ add: 1, word: '', poison: true })]);
    await rebuild({ projections: [build(1)], store, pool: world.pool });
    const before = await world.rows('versions.poison');
    mended = false;
    const broken = await rebuild({ projections: [build(1)], store, pool: world.pool });
    expect(broken).toMatchObject({ switched: [], poisoned: [{ position: '000000000021' }] });
    const running = projector([build(2)], { store, pool: world.pool });
    const halted = await untilState(build(2), 'halted', { store, pool: world.pool });
    expect(halted).toMatchObject({ version: 1, haltedAt: { position: '000000000021' } });
    expect(await world.rows('versions.poison')).toEqual(before);
    expect(await schemasOf(build(2))).toHaveLength(1);
    await running.stop();
  });
});
