import { randomUUID } from 'node:crypto';
import { createPool, startServer } from '@sikkerby/postgres';

export interface TestDatabase {
  readonly url: string;
  /** Ends whoever is still connected. */
  drop(): Promise<void>;
}

/** A fresh, empty database on this run's own server; durable as in production. */
export async function testDatabase(): Promise<TestDatabase> {
  const folder = process.env.TEST_DATA_DIR;
  if (folder === undefined) throw new Error('TEST_DATA_DIR is set by test/support/global-setup.js');
  const { url } = await startServer(folder);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(url, `CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = name;
  return { url: own.href, drop: () => asSuperuser(url, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const pool = createPool(url, { name: 'tests', max: 1 });
  await pool.query(statement);
  await pool.end();
}
