import { EventRegistry, eventStoreMigrations, PostgresEventStore } from '@sikkerby/event-store';
import { programmes } from '@sikkerby/programmes';
import { createPool, migrate, roleMigrations } from '@sikkerby/postgres';
import { projectionMigrations, rebuild } from '@sikkerby/projections';
import type { Pool } from 'pg';
import { compare, type Figure } from './measure.js';
import { fillWithCases } from './youth-concern-log.js';

const events = 200_000;
const projections = programmes.flatMap((programme) => programme.projections);
const deciders = programmes.flatMap((programme) => programme.deciders);

/** (c) Facts and views rebuilt from the whole log, against reading it page by page and parsing it. */
export async function rebuildBench(url: string): Promise<Figure[]> {
  const admin = createPool(url, { name: 'bench' });
  await admin.query('DROP DATABASE IF EXISTS bench_rebuild WITH (FORCE)');
  await admin.query('CREATE DATABASE bench_rebuild');
  await admin.end();
  const own = new URL(url);
  own.pathname = 'bench_rebuild';
  await migrate(own.href, [...roleMigrations, ...eventStoreMigrations, ...projectionMigrations]);
  const appending = createPool(own.href, { name: 'bench log', role: 'sikkerby_app' });
  const pool = createPool(own.href, { name: 'bench rebuild', role: 'sikkerby_projector' });
  const registry = new EventRegistry().register(
    deciders.flatMap(({ evolve }) => Object.keys(evolve)),
  );
  await fillWithCases(new PostgresEventStore(appending, registry), events);
  const store = new PostgresEventStore(pool, registry);
  const figure = await compare('(c) rebuild facts and views, events', {
    ours: async () => {
      const rebuilt = await rebuild({ projections, store, pool });
      return rebuilt.events / rebuilt.seconds;
    },
    baseline: () => readPages(pool),
    target: 0.4,
  });
  await Promise.all([appending.end(), pool.end()]);
  return [figure];
}

/** Events a second; `pg` parses the JSON of data and metadata. */
async function readPages(pool: Pool): Promise<number> {
  const started = performance.now();
  let read = 0;
  let after: string | undefined = '0';
  while (after !== undefined) {
    const { rows }: { rows: { position: string }[] } = await pool.query(
      `SELECT position, stream, revision, id, type, recorded_at::text, data, metadata
       FROM event_store.log WHERE position > $1 ORDER BY position LIMIT 10000`,
      [after],
    );
    read += rows.length;
    after = rows.at(-1)?.position;
  }
  return (read / (performance.now() - started)) * 1000;
}
