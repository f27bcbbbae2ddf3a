import { createPool, migrate, roleMigrations } from '@sikkerby/postgres';
import {
  projectionMigrations,
  ReadModels,
  runProjections,
  status,
  type Projection,
  type ProjectionStatus,
  type RunProjections,
} from '@sikkerby/projections';
import type { EventStore } from '@sikkerby/event-store';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { testDatabase } from '../../support/database.js';
import { Entry, sorted, Thing } from './things.js';
import { until } from '../../support/until.js';

/** A database with the control tables, the projector's pool and the readers' side. */
export async function projectionWorld(migrations: Parameters<typeof migrate>[1] = []) {
  const database = await testDatabase();
  const { url } = database;
  await migrate(url, [...roleMigrations, ...projectionMigrations, ...migrations]);
  const pool = createPool(url, { name: 'projector', role: 'sikkerby_projector', max: 12 });
  const source = new DataSource({
    type: 'postgres',
    url,
    entities: [Thing, Entry],
    extra: { options: '-c role=sikkerby_app -c TimeZone=UTC' },
  });
  await source.initialize();
  const models = new ReadModels(source);
  return {
    url,
    pool,
    models,
    /** What readers see of the projection, in a comparable order. */
    rows: (name: string) =>
      models.readView(name, {}, async (manager) => {
        const things = await manager.find(Thing);
        const entries = await manager.find(Entry);
        return sorted([
          ...things.map((row) => Object.assign({ table: Thing.name }, row)),
          ...entries.map((row) => Object.assign({ table: Entry.name }, row)),
        ]);
      }),
    async end() {
      await source.destroy();
      await pool.end();
      await database.close();
    },
  };
}

export type World = Awaited<ReturnType<typeof projectionWorld>>;

export interface Said {
  readonly message: string;
  readonly fields: object;
}

/** A projector at work in this process, until it is stopped. */
export function projector(
  projections: readonly Projection[],
  { store, pool }: { store: EventStore; pool: Pool },
) {
  const stop = new AbortController();
  const said: Said[] = [];
  const say = (message: string, fields: object = {}) => said.push({ message, fields });
  const logger = {
    info: say,
    warn: say,
    error: (message, _error, fields) => say(message, fields),
  } satisfies RunProjections['logger'];
  const ended = runProjections({ projections, store, pool, signal: stop.signal, logger });
  return {
    said,
    async stop() {
      stop.abort();
      await ended;
    },
  };
}

/** The projection once it is in that state. */
export async function untilState(
  projection: Projection,
  state: 'running' | 'halted',
  { store, pool }: { store: EventStore; pool: Pool },
) {
  let found: ProjectionStatus | undefined;
  await until(`${projection.name} is ${state}`, async () => {
    [found] = await status([projection], store, pool);
    return found?.state === state;
  });
  if (!found) throw new Error('there is no such projection');
  return found;
}
