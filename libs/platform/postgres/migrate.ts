import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';

/** One change of the schema; its class name ends in a 13-digit number, which gives the order. */
export type Migration = new () => MigrationInterface;

// Any number that nothing else locks: "sikker by" on a telephone's keys.
const lock = 745537_29;

/**
 * Brings the schema up to date, as the login user. Safe when several processes do it at once: the
 * later ones wait and then find nothing left to do.
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<void> {
  const guard = new pg.Client({ connectionString: url, application_name: 'sikkerby migrate' });
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [lock]);
    const source = new DataSource({
      type: 'postgres',
      url,
      migrations: [...migrations],
      migrationsTransactionMode: 'each',
      installExtensions: false,
      poolSize: 2,
    });
    await source.initialize();
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
  } finally {
    await guard.end();
  }
}
