import { idFrom, KeyReused, UsedKeys, type Intent } from '@sikkerby/commands';
import { derivedKey, keyedDigest } from '@sikkerby/vault';
import { GroupCommit } from '@sikkerby/postgres';
import type pg from 'pg';

interface Use {
  readonly id: string;
  readonly fingerprint: Buffer;
}

// A use that a crash forgets costs nothing: the log itself knows the events of every intent again.
const insert = `
  INSERT INTO http.used_keys (id, fingerprint)
  SELECT u.* FROM unnest($1::uuid[], $2::bytea[]) AS u (id, fingerprint),
    (SELECT set_config('synchronous_commit', 'off', true)) AS setting
  ORDER BY u.id
  ON CONFLICT (id) DO NOTHING
  RETURNING id`;

/**
 * Remembers by a keyed digest which command each Idempotency-Key was used for: a digest without a key
 * would be a fingerprint of what people wrote.
 */
export class PostgresUsedKeys extends UsedKeys {
  private readonly digestKey: Buffer;
  private readonly claims: GroupCommit<Use, boolean>;

  /** @param keyEncryptionKey the vault's; the digest's own key is derived from it */
  constructor(
    private readonly pool: pg.Pool,
    keyEncryptionKey: Buffer,
  ) {
    super();
    this.digestKey = derivedKey(keyEncryptionKey, 'used keys');
    this.claims = new GroupCommit((uses) => this.record(uses), {
      maxItems: 512,
      concurrency: 1,
      key: ({ id }) => id,
    });
  }

  async claim(intent: Intent, command: readonly unknown[]): Promise<void> {
    const fingerprint = keyedDigest(this.digestKey, JSON.stringify(command));
    const same = await this.claims.submit({ id: idFrom(intent, 'key'), fingerprint });
    if (!same) throw new KeyReused();
  }

  private async record(uses: readonly Use[]): Promise<boolean[]> {
    const { rows: recorded } = await this.pool.query<{ id: string }>({
      name: 'http.claim',
      text: insert,
      values: [uses.map(({ id }) => id), uses.map(({ fingerprint }) => fingerprint)],
    });
    if (recorded.length === uses.length) return uses.map(() => true);
    const { rows } = await this.pool.query<Use>({
      name: 'http.claimed',
      text: 'SELECT id, fingerprint FROM http.used_keys WHERE id = ANY ($1)',
      values: [uses.map(({ id }) => id)],
    });
    const stored = new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]));
    return uses.map(({ id, fingerprint }) => stored.get(id)?.equals(fingerprint) === true);
  }
}
