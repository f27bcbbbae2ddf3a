import { loadEventStoreDb, PostgresEventStore, type EventStore } from '@sikkerby/event-store';
import { createPool } from '@sikkerby/postgres';
import { registryAsWritten } from './registry.js';

/** A log without the rest of the system, its events in the versions in which they were written. */
export interface Log {
  readonly store: EventStore;
  close(): Promise<void>;
}

/**
 * @param url `postgresql://...`, a database that was brought up to date, or `esdb://...`
 * @throws ConfigurationError
 */
export async function openLog(url: string): Promise<Log> {
  if (url.startsWith('esdb:')) {
    const EventStoreDbEventStore = await loadEventStoreDb();
    const store = new EventStoreDbEventStore(url, registryAsWritten());
    return { store, close: () => store.close() };
  }
  const pool = createPool(url, { name: 'sikkerby log', role: 'sikkerby_app', max: 2 });
  const store = new PostgresEventStore(pool, registryAsWritten());
  return {
    store,
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
}
