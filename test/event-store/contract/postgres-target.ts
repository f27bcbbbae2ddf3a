import {
  eventStoreMigrations,
  PostgresEventStore,
  type EventRegistry,
} from '@sikkerby/event-store';
import { createPool, migrate, roleMigrations, type Role } from '@sikkerby/postgres';
import type { Pool } from 'pg';
import { testDatabase } from '../../support/database.js';
import type { Target } from './event-store-contract.js';

export interface PostgresTarget extends Target {
  /** Connections in a role; of the owner without one. */
  connect(role?: Role): Pool;
  open(registry: EventRegistry): PostgresEventStore;
}

/** The event store in a database of its own. */
export async function postgresTarget(): Promise<PostgresTarget> {
  const database = await testDatabase();
  await migrate(database.url, [...roleMigrations, ...eventStoreMigrations]);
  const pools: Pool[] = [];
  const stores: PostgresEventStore[] = [];
  const connect = (role?: Role) => {
    const pool = createPool(database.url, { name: 'event store', max: 40, ...(role && { role }) });
    pools.push(pool);
    return pool;
  };
  const owner = connect();
  return {
    connect,
    open(registry) {
      const store = new PostgresEventStore(connect('sikkerby_app'), registry);
      stores.push(store);
      return store;
    },
    async breakConnections() {
      await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    },
    async damage(stream, how) {
      const first = how === 'truncated' ? 2 : Infinity;
      const statement = 'DELETE FROM event_store.log WHERE stream = $1 AND revision < $2';
      await owner.query(statement, [stream, first]).catch(() => undefined);
    },
    async close() {
      await Promise.all(stores.map((store) => store.close()));
      await Promise.all(pools.map((pool) => pool.end()));
      await database.close();
    },
  };
}
