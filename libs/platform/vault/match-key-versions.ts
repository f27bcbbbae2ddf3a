import type pg from 'pg';
import type { KeyRing } from './key-ring.js';

/**
 * After an older copy of the database was put back: lets new data keys be wrapped with the newest
 * key-encryption keys that there are. Does nothing when it is so already.
 */
export async function matchKeyVersions(pool: pg.Pool, ring: KeyRing): Promise<void> {
  const { rows } = await pool.query<{ programme: string; version: number }>(
    'SELECT programme, version FROM vault.key_versions',
  );
  for (const { programme, version } of rows) {
    const newest = ring.versions(programme).at(-1) ?? 0;
    if (newest <= version) continue;
    await pool.query(
      'UPDATE vault.key_versions SET version = greatest(version, $2) WHERE programme = $1',
      [programme, newest],
    );
  }
}
