import { eventStoreMigrations } from '@sikkerby/event-store';
import { createPool, migrate, roleMigrations } from '@sikkerby/postgres';
import { WireDouble } from '../wire-double/wire-double.js';

/** What answers as an EventStoreDB, on an event store in the database that is given. */
export interface RunningDouble {
  /** For EVENTSTOREDB_URL. */
  readonly url: string;
  stop(): Promise<void>;
}

export async function startDouble(databaseUrl: string): Promise<RunningDouble> {
  await migrate(databaseUrl, [...roleMigrations, ...eventStoreMigrations]);
  const pool = createPool(databaseUrl, { name: 'wire double', role: 'sikkerby_app' });
  const double = await WireDouble.start(pool);
  return {
    url: double.url,
    stop: async () => {
      double.kill();
      await pool.end();
    },
  };
}
