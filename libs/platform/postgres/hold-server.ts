import { hasCode } from '@sikkerby/configuration';
import pg from 'pg';
import type { Database } from './open-database.js';
import { startServer, type Server } from './server.js';

const database = 'sikkerby';

// Held shared by every program that uses the server.
const inUse = 745537_30;

/** A server in use, and the connection whose end tells that one of the two is gone. */
interface Held {
  readonly server: Server;
  readonly presence: pg.Client;
}

/**
 * Uses a data folder's server until `stop`, and starts it again at the same port when it dies. The
 * last program to stop using it ends it, whoever started it; one that was killed does not count, for
 * its connection is gone.
 */
export async function holdServer(dataDir: string, wantedPort?: number): Promise<Database> {
  let held = enter(dataDir, wantedPort);
  let stopping = false;
  const url = new URL((await held).server.url);
  url.pathname = database;

  const keep = ({ presence }: Held) =>
    presence.once('end', () => {
      if (stopping) return;
      held = enter(dataDir, Number(url.port));
      void held.then(keep);
    });
  keep(await held);

  return {
    url: url.href,
    stop: async () => {
      stopping = true;
      await leave(await held);
    },
  };
}

async function enter(dataDir: string, port: number | undefined): Promise<Held> {
  for (;;) {
    const server = await startServer(dataDir, port);
    const presence = new pg.Client({
      connectionString: server.url,
      application_name: 'sikkerby presence',
    });
    presence.on('error', () => undefined);
    try {
      await presence.connect();
      // Waits while the last program before us is stopping the server, and then fails.
      await presence.query('SELECT pg_advisory_lock_shared($1)', [inUse]);
      await presence.query(`CREATE DATABASE ${database}`).catch((error: unknown) => {
        if (!hasCode(error, '42P04', '23505')) throw error;
      });
      return { server, presence };
    } catch (error) {
      await presence.end();
      if (!isServerGone(error)) throw error;
    }
  }
}

async function leave({ server, presence }: Held): Promise<void> {
  try {
    await presence.query('SELECT pg_advisory_unlock_shared($1)', [inUse]);
    const lock = 'SELECT pg_try_advisory_lock($1) AS last';
    const { rows } = await presence.query<{ last: boolean }>(lock, [inUse]);
    if (rows[0]?.last) await server.stop();
  } catch (error) {
    if (!isServerGone(error)) throw error;
  } finally {
    await presence.end();
  }
}

function isServerGone(error: unknown): boolean {
  const codes = ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];
  return hasCode(error, ...codes) || /Connection terminated|not queryable/.test(String(error));
}
