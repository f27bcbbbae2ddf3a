import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Head } from '@sikkerby/event-store';
import { rebuild, status, type Projection } from '@sikkerby/projections';
import { faultyPool } from './support/faulty-pool.js';
import { MemoryStore } from './support/memory-store.js';
import { event, filled, plainFold, Thing, things } from './support/things.js';
import { projectionWorld, projector, type World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.end());

const several = (stem: string) =>
  Array.from({ length: 6 }, (_, at) => things({ name: `empty.${stem}-n${String(at)}` }));
const namesOf = (projections: readonly Projection[]) => projections.map(({ name }) => name);
const patternOf = (stem: string) => `^empty_${stem.replaceAll('-', '_')}_n`;

/** How many transactions wrote the rows that say where the projections stand. */
async function transactionsOf(projections: readonly Projection[]): Promise<number> {
  const { rows } = await world.pool.query<{ count: number }>(
    `SELECT count(DISTINCT xmin::text)::integer AS count FROM projections.projection
     WHERE name = ANY ($1) AND generation IS NOT NULL`,
    [namesOf(projections)],
  );
  return rows[0]?.count ?? 0;
}

async function schemasOf(stem: string): Promise<number> {
  const { rowCount } = await world.pool.query('SELECT FROM pg_namespace WHERE nspname ~ $1', [
    patternOf(stem),
  ]);
  return rowCount ?? 0;
}

/** Columns, indexes, fence and rights of a projection's tables, without the name of their schema. */
async function madeOf({ name }: Projection): Promise<object[]> {
  const { rows } = await world.pool.query<object>(
    `SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity, c.reltuples >= 0 AS analyzed,
       replace(c.relacl::text, generation, 'g') AS relacl, n.nspacl::text,
       (SELECT array_agg(format('%s %s %s', attname, format_type(atttypid, atttypmod), attnotnull)
          ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0) AS columns,
       (SELECT array_agg(replace(pg_get_indexdef(indexrelid), generation, 'g') ORDER BY 1)
          FROM pg_index WHERE indrelid = c.oid) AS indexes,
       (SELECT array_agg(polname || replace(pg_get_expr(polqual, polrelid), generation, 'g')
          ORDER BY polname) FROM pg_policy WHERE polrelid = c.oid) AS policies
     FROM projections.projection JOIN pg_namespace n ON nspname = generation
       JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind = 'r'
     WHERE name = $1 ORDER BY c.relname`,
    [name],
  );
  return rows;
}

async function caughtUp(projections: readonly Projection[], store: MemoryStore): Promise<void> {
  const { position } = await store.head();
  await world.models.waitForPosition(namesOf(projections), position, 60_000);
  for (const projection of projections) {
    expect(await world.rows(projection.name)).toEqual(plainFold(projection, store.log));
  }
}

async function appended(store: MemoryStore): Promise<void> {
  for (const { stream, ...data } of (await filled(3, 20)).log) {
    await store.append(stream, 'exists', [data]);
  }
}

describe('read models of an empty log', () => {
  test('are made in one transaction, and followed from the beginning', async () => {
    const projections = several('one');
    const store = new MemoryStore();
    const running = projector(projections, { store, pool: world.pool });
    await caughtUp(projections, store);
    expect(await transactionsOf(projections)).toBe(1);
    expect(await schemasOf('one')).toBe(projections.length);
    await appended(store);
    await caughtUp(projections, store);
    await running.stop();
  });

  test('are what a rebuild makes of a log: columns, indexes, fence and rights', async () => {
    const home = { table: Thing, district: 'last' };
    for (const seenBy of ['everybody', { roles: ['analyst'] }, { home }] as const) {
      const [first, second] = several(
        `same-${typeof seenBy === 'string' ? 'a' : Object.keys(seenBy).join('')}`,
      );
      if (!first || !second) throw new Error('two projections');
      const one = { ...first, seenBy };
      const other = { ...second, seenBy };
      await rebuild({ projections: [one], store: new MemoryStore(), pool: world.pool });
      await rebuild({ projections: [other], store: await filled(1, 1), pool: world.pool });
      const made = await madeOf(one);
      expect(made).toHaveLength(2);
      expect(made).toEqual(await madeOf(other));
    }
  });

  test('are made once when two projectors start at once, while events are appended', async () => {
    const projections = several('two');
    const store = new MemoryStore();
    const two = [0, 1].map(() => projector(projections, { store, pool: world.pool }));
    await appended(store);
    await caughtUp(projections, store);
    await Promise.all(two.map((one) => one.stop()));
    expect(await schemasOf('two')).toBe(projections.length);
  });

  test('have what is appended after it was seen that the log is empty', async () => {
    class Overtaken extends MemoryStore {
      override async head(): Promise<Head> {
        const head = await super.head();
        if (this.log.length === 0)
          await this.append('thing-1', 'none', [event({ add: 1, word: '' })]);
        return head;
      }
    }
    const projections = several('overtaken');
    const store = new Overtaken();
    const { switched } = await rebuild({ projections, store, pool: world.pool });
    expect(switched).toEqual(namesOf(projections));
    const found = await status(projections, store, world.pool);
    expect(found.map(({ checkpoint }) => checkpoint)).toEqual(
      projections.map(() => '000000000000'),
    );
    const running = projector(projections, { store, pool: world.pool });
    await caughtUp(projections, store);
    await running.stop();
  });

  test('leave those alone that were built or halted before', async () => {
    const projections = several('before');
    const [built, halted] = projections;
    if (!built || !halted) throw new Error('two projections');
    await rebuild({ projections: [built], store: await filled(3, 20), pool: world.pool });
    await world.pool.query(
      `INSERT INTO projections.projection (name, state, halted_error) VALUES ($1, 'halted', 'x')`,
      [halted.name],
    );
    const [before] = await status([built], new MemoryStore(), world.pool);
    const onlyStale = { store: new MemoryStore(), pool: world.pool, onlyStale: true };
    const { switched } = await rebuild({ projections, ...onlyStale });
    expect([...switched].sort()).toEqual(namesOf(projections.slice(1)));
    const after = await status(projections, new MemoryStore(), world.pool);
    expect(after[0]).toEqual(before);
    expect(after.map(({ state }) => state)).toEqual(projections.map(() => 'running'));
  });

  test.each(['before', 'after'] as const)(
    'are all there or none when the connection is lost %s any statement',
    async (when) => {
      for (let at = 1; ; at++) {
        expect(at).toBeLessThan(50);
        const stem = `lost-${when}-${String(at)}`;
        const projections = several(stem);
        const store = new MemoryStore();
        const { pool, struck } = faultyPool(world.pool, { at, when });
        await rebuild({ projections, store, pool }).catch(() => undefined);
        const there = await schemasOf(stem);
        expect([0, projections.length]).toContain(there);
        expect(await transactionsOf(projections)).toBe(there === 0 ? 0 : 1);
        if (!struck()) break;
        await rebuild({ projections, store, pool: world.pool, onlyStale: true });
        expect(await schemasOf(stem)).toBe(projections.length);
      }
    },
  );
});
