import { ConfigurationError, hasCode, type Configuration } from '@sikkerby/configuration';
import pg from 'pg';
import { holdServer } from './hold-server.js';

/** The database that a program works with. */
export interface Database {
  /** Of the login user; holds a password. */
  readonly url: string;
  /** Lets go of it; the embedded server ends with the last program that uses it. */
  stop(): Promise<void>;
}

/**
 * The database of `DATABASE_URL`, or else the embedded server of `DATA_DIR`: the one that another
 * program runs on that folder, or one that is started now.
 * @throws ConfigurationError
 */
export async function openDatabase(
  configuration: Pick<Configuration, 'DATABASE_URL' | 'DATA_DIR' | 'POSTGRES_PORT'>,
): Promise<Database> {
  const { DATABASE_URL: url, DATA_DIR, POSTGRES_PORT } = configuration;
  if (url === undefined) return holdServer(DATA_DIR, POSTGRES_PORT);
  await check(url);
  return { url, stop: () => Promise.resolve() };
}

const oldest = 15;

async function check(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const question = `SELECT current_setting('server_version_num') AS version`;
    const { rows } = await client.query<{ version: string }>(question);
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < oldest) {
      throw new ConfigurationError(
        `DATABASE_URL: the server is PostgreSQL ${major}; ${oldest} or later is needed`,
      );
    }
  } catch (error) {
    throw error instanceof ConfigurationError ? error : new ConfigurationError(reason(url, error));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reason(url: string, error: unknown): string {
  if (hasCode(error, '28P01', '28000')) {
    return 'DATABASE_URL: the server refuses this user and password';
  }
  if (hasCode(error, '3D000')) return 'DATABASE_URL: there is no such database on the server';
  if (error instanceof pg.DatabaseError)
    return `DATABASE_URL: the server answers ${error.code ?? ''}`;
  return `DATABASE_URL: no PostgreSQL can be reached at ${new URL(url).host}`;
}
