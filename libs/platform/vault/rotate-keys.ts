import type pg from 'pg';
import { DataKeys, type WrappedKey } from './data-keys.js';
import type { KeyRing } from './key-ring.js';

const batch = 500;

/**
 * Gives a programme a new key-encryption key: every data key that is left is wrapped anew, and the
 * older versions are destroyed, so that copies of data keys in backups open nothing any more. A run
 * that was cut short is finished by the next. Backups of before need the keys wrapped as of today:
 * `vault.data_keys` is to be backed up after it.
 */
export async function rotateKeys(pool: pg.Pool, ring: KeyRing, programme: string): Promise<void> {
  const keys = new DataKeys(ring, 0);
  const target = (ring.versions(programme).at(-1) ?? 0) + 1;
  ring.make(programme, target);
  // From here on nobody keeps a data key that is wrapped with an older version.
  await pool.query(
    `INSERT INTO vault.key_versions AS k VALUES ($1, $2)
     ON CONFLICT (programme) DO UPDATE SET version = greatest(k.version, excluded.version)`,
    [programme, target],
  );
  for (;;) {
    const { rows } = await pool.query<WrappedKey>(
      `SELECT key_id AS "keyId", programme, subject, version, wrapped FROM vault.data_keys
       WHERE programme = $1 AND version < $2 LIMIT ${batch}`,
      [programme, target],
    );
    if (rows.length === 0) break;
    const rewrapped = rows.map((row) => keys.rewrapped(row, target));
    await pool.query(
      `UPDATE vault.data_keys d SET version = $1, wrapped = n.wrapped
       FROM unnest($2::uuid[], $3::bytea[]) AS n (key_id, wrapped)
       WHERE d.key_id = n.key_id AND d.version < $1`,
      [target, rewrapped.map(({ keyId }) => keyId), rewrapped.map(({ wrapped }) => wrapped)],
    );
  }
  for (const version of ring.versions(programme)) {
    if (version < target) ring.destroy(programme, version);
  }
}
