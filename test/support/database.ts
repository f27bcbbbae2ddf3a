import { randomUUID } from 'node:crypto';
import { createLogger, readConfiguration } from '@sikkerby/configuration';
import { createPool, startServer } from '@sikkerby/postgres';
import { status } from '@sikkerby/projections';
import { openContainer, openSystem, reactions, type System } from '@sikkerby/system';
import pg, { type Pool } from 'pg';
import { runProjector } from '../../apps/projector/projector.js';
import { settingsFor } from './settings.js';
import { until } from './until.js';

export interface TestDatabase {
  readonly url: string;
  /**
   * Ends whoever is still connected and lets nobody in. Its files go when the run is over: ext4 without
   * a journal looks through all that was deleted within a minute whenever it makes a file, which took
   * a sixth of a run's processor time when each database was dropped.
   */
  close(): Promise<void>;
}

const template = 'ready';
const templateLock = 745537_99;

/** A fresh, empty database on this run's own server. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = freshName();
  await asSuperuser(server, (pool) => pool.query(`CREATE DATABASE ${name}`));
  return databaseOf(server, name);
}

/**
 * A database as it is before the first event: migrated, with every read model, and with reactions that
 * have come to today. A copy of one that is made once a run, which takes a tenth of the time.
 */
export async function readyDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = freshName();
  await asSuperuser(server, async (pool) => {
    await makeTemplate(server, pool);
    await pool.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
    // Rights on a database are not copied with it.
    await pool.query(`GRANT CREATE ON DATABASE ${name} TO sikkerby_projector`);
  });
  return databaseOf(server, name);
}

/** This run's server, started by the first who asks; what a power cut would lose may be lost. */
async function testServer(): Promise<string> {
  const folder = process.env.TEST_DATA_DIR;
  if (folder === undefined) throw new Error('TEST_DATA_DIR is set by test/support/global-setup.js');
  known ??= start(folder);
  return known;
}

let known: Promise<string> | undefined;

async function start(folder: string): Promise<string> {
  const { url } = await startServer(folder);
  await asSuperuser(url, async (pool) => {
    await pool.query('ALTER SYSTEM SET fsync = off');
    await pool.query('ALTER SYSTEM SET full_page_writes = off');
    await pool.query('ALTER SYSTEM SET autovacuum = off');
    await pool.query('SELECT pg_reload_conf()');
    // A password that costs each connection one round of its digest, not 4,096.
    const password = pg.escapeLiteral(decodeURIComponent(new URL(url).password));
    await pool.query(`SET scram_iterations = 1; ALTER ROLE CURRENT_USER PASSWORD ${password}`);
  });
  return url;
}

async function makeTemplate(server: string, pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    // Whoever comes second waits until the first has made it.
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      template,
    ]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${template}_raw`);
      await fill(urlOf(server, `${template}_raw`));
      await client.query(`ALTER DATABASE ${template}_raw RENAME TO ${template}`);
    }
    await client.query('SELECT pg_advisory_unlock($1)', [templateLock]);
  } finally {
    client.release();
  }
}

async function fill(url: string): Promise<void> {
  const system = await openSystem(readConfiguration(settingsFor(url)), 'test template');
  const stopping = new AbortController();
  const logger = createLogger({ LOG_LEVEL: 'silent' });
  const container = await openContainer(system);
  const projector = runProjector(system, container, logger, stopping.signal);
  await until('the first read models are there', () => isReady(system), 60);
  stopping.abort();
  await projector;
  await container.close();
  await system.close();
}

/** What is due today is given before anything is there, so that nothing happens by itself later. */
async function isReady({ projections, store, projectorPool, appPool }: System): Promise<boolean> {
  const due = reactions.filter((reaction) => 'due' in reaction).map(({ name }) => name);
  const { rowCount } = await appPool.query(
    `SELECT FROM reactions.reaction WHERE name = ANY ($1) AND checkpoint <> ''`,
    [due],
  );
  const models = await status(projections, store, projectorPool);
  return rowCount === due.length && models.every(({ generation }) => generation !== undefined);
}

function freshName(): string {
  return `test_${randomUUID().replaceAll('-', '')}`;
}

function databaseOf(server: string, name: string): TestDatabase {
  return {
    url: urlOf(server, name),
    async close() {
      await asSuperuser(server, async (pool) => {
        await pool.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
        await pool.query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1',
          [name],
        );
      });
    },
  };
}

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

async function asSuperuser(url: string, act: (pool: Pool) => Promise<unknown>): Promise<void> {
  const pool = createPool(url, { name: 'tests', max: 2 });
  try {
    await act(pool);
  } finally {
    await pool.end();
  }
}
