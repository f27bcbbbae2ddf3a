import { randomUUID } from 'node:crypto';
import {
  EventRegistry,
  eventStoreMigrations,
  PostgresEventStore,
  type NewEvent,
} from '@sikkerby/event-store';
import { day } from '@sikkerby/kernel';
import { createPool, migrate, roleMigrations } from '@sikkerby/postgres';
import pg from 'pg';

const type = 'youth-concern.note-added.v1';

/** The event store in an empty database, and connections of a program without one. */
export async function benchStore(url: string, name: string) {
  const admin = createPool(url, { name: 'bench' });
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const own = new URL(url);
  own.pathname = name;
  await migrate(own.href, [...roleMigrations, ...eventStoreMigrations]);
  const pool = createPool(own.href, { name: 'bench store', role: 'sikkerby_app' });
  const store = new PostgresEventStore(pool, new EventRegistry().register([type]));
  const raw: pg.Client[] = [];
  return {
    store,
    connect: async (count: number): Promise<pg.Client[]> => {
      while (raw.length < count) {
        const client = new pg.Client({ connectionString: own.href });
        await client.connect();
        raw.push(client);
      }
      return raw;
    },
    end: async (): Promise<void> => {
      await store.close();
      await Promise.all([pool.end(), ...raw.map((client) => client.end())]);
    },
  };
}

/** An event of 350 bytes. */
export function benchEvent(): NewEvent {
  return {
    id: randomUUID(),
    type,
    occurredOn: day('2017-03-01'),
    data: { text: { vault: randomUUID(), digest: randomUUID() }, kind: 'conversation' },
    actor: { user: 'demo.caseworker', role: 'ssp-caseworker', organisation: 'ssp' },
    correlationId: randomUUID(),
  };
}

/** The same bytes in one table without an order, a key or a check. */
export const rawTable = `CREATE TABLE IF NOT EXISTS raw_event (
  stream uuid, revision integer, id uuid, type text, data json, metadata json)`;

/** Writes an event to it, a commit each. */
export async function rawInsert(client: pg.Client, stream: string): Promise<void> {
  const { id, type, data, ...metadata } = benchEvent();
  await client.query({
    name: 'insert',
    text: 'INSERT INTO raw_event VALUES ($1, $2, $3, $4, $5, $6)',
    values: [stream, 0, id, type, JSON.stringify(data), JSON.stringify(metadata)],
  });
}
