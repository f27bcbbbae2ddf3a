import type { VaultText } from '@sikkerby/kernel';
import { GroupCommit } from '@sikkerby/postgres';
import type pg from 'pg';
import { DataKeys } from './data-keys.js';
import type { KeyRing } from './key-ring.js';
import {
  PersonalData,
  PersonErased,
  TextTamperedWith,
  type KeptText,
  type PersonalText,
} from './personal-data.js';
import { derivedKey, keyedDigest, openBytes, unpadded } from './sealing.js';
import { boundTo, writeTexts } from './vault-writer.js';

interface SealedRow {
  readonly ref: string;
  readonly programme: string;
  readonly subject: string;
  readonly field: string;
  readonly keyId: string;
  readonly sealedAt: Date;
  readonly sealed: Buffer;
  readonly version: number;
  /** Null when the key's row is gone. */
  readonly wrapped: Buffer | null;
}

/** A field of some persons of a programme. */
interface Field {
  readonly programme: string;
  readonly subjects: readonly string[];
  readonly field: string;
}

const select = `
  SELECT t.ref, programme, subject, t.field, key_id AS "keyId", t.sealed_at AS "sealedAt",
    t.sealed, k.version, k.wrapped
  FROM vault.texts t LEFT JOIN vault.data_keys k USING (key_id, programme, subject)`;

/** Persons that are shredded in one transaction. */
const batch = 200;

/**
 * Texts in PostgreSQL, sealed with AES-256-GCM under a data key for each subject and programme,
 * which a key-encryption key of the programme wraps. The database never sees that key or a text.
 */
export class PostgresPersonalData extends PersonalData {
  private readonly keys: DataKeys;
  private readonly digestKey: Buffer;
  private readonly reads: GroupCommit<Field, SealedRow[]>;
  private readonly writes: GroupCommit<readonly PersonalText[], PersonErased | undefined>;

  /**
   * @param ring the key-encryption keys
   * @param secret 32 bytes, from outside the database too: what digests are keyed with
   */
  constructor(
    private readonly pool: pg.Pool,
    ring: KeyRing,
    secret: Buffer,
  ) {
    super();
    this.keys = new DataKeys(ring, 20_000);
    this.digestKey = derivedKey(secret, 'text digest');
    this.reads = new GroupCommit((asked) => this.readFields(asked), {
      maxItems: 256,
      concurrency: 2,
    });
    this.writes = new GroupCommit((items) => this.write(items), { maxItems: 256, concurrency: 2 });
  }

  reference(ref: string, text: string): VaultText {
    return { vault: ref, digest: keyedDigest(this.digestKey, ref, text).toString('base64url') };
  }

  async put(texts: readonly PersonalText[]): Promise<void> {
    const refusal = texts.length > 0 ? await this.writes.submit(texts) : undefined;
    if (refusal) throw refusal;
  }

  async reveal(programme: string, texts: readonly VaultText[]): Promise<Map<string, string>> {
    const { rows } = await this.pool.query<SealedRow>({
      name: 'vault.reveal',
      text: `${select} WHERE t.ref = ANY ($1)`,
      values: [texts.map(({ vault }) => vault)],
    });
    const digests = new Map(texts.map(({ vault, digest }) => [vault, digest]));
    return new Map(
      rows.map((row) => {
        const text = this.open(row, programme);
        if (this.reference(row.ref, text).digest !== digests.get(row.ref)) {
          throw new TextTamperedWith('the digest is not that of the event');
        }
        return [row.ref, text];
      }),
    );
  }

  async revealField(
    programme: string,
    subjects: readonly string[],
    field: string,
  ): Promise<Map<string, string>> {
    const rows = await this.reads.submit({ programme, subjects, field });
    return new Map(rows.map((row) => [row.subject, this.open(row, programme)]));
  }

  async textsOf(programme: string, subject: string): Promise<KeptText[]> {
    const { rows } = await this.pool.query<SealedRow>({
      name: 'vault.textsOf',
      text: `${select} WHERE programme = $1 AND subject = $2 ORDER BY t.sealed_at, t.ref`,
      values: [programme, subject],
    });
    return rows.map((row) => {
      const { ref, field, sealedAt } = row;
      return { ref, field, sealedAt: sealedAt.toISOString(), text: this.open(row, programme) };
    });
  }

  async shred(programme: string, subjects: readonly string[]): Promise<void> {
    for (let from = 0; from < subjects.length; from += batch) {
      const some = subjects.slice(from, from + batch);
      await this.pool.query('SELECT vault.shred($1, $2)', [programme, some]);
      for (const subject of some) this.keys.forget({ programme, subject });
    }
  }

  /** Those of one programme and field in one query; none is opened, so that none fails another's. */
  private async readFields(asked: readonly Field[]): Promise<SealedRow[][]> {
    const alike = new Map<string, Set<string>>();
    for (const { programme, field, subjects } of asked) {
      const name = JSON.stringify([programme, field]);
      const all = alike.get(name) ?? new Set();
      for (const subject of subjects) all.add(subject);
      alike.set(name, all);
    }
    const found = new Map<string, SealedRow[]>();
    for (const [name, subjects] of alike) {
      const [programme, field] = JSON.parse(name) as [string, string];
      const { rows } = await this.pool.query<SealedRow>({
        name: 'vault.revealField',
        text: `${select} WHERE programme = $1 AND subject = ANY ($2) AND t.field = $3
          ORDER BY t.sealed_at, t.ref`,
        values: [programme, [...subjects], field],
      });
      for (const row of rows) {
        const key = JSON.stringify([programme, field, row.subject]);
        found.set(key, [...(found.get(key) ?? []), row]);
      }
    }
    return asked.map(({ programme, field, subjects }) =>
      [...new Set(subjects)].flatMap(
        (subject) => found.get(JSON.stringify([programme, field, subject])) ?? [],
      ),
    );
  }

  /** All at once; each by itself where one is about somebody who was erased, so that the rest stays. */
  private async write(items: readonly (readonly PersonalText[])[]) {
    try {
      await writeTexts(this.pool, this.keys, items.flat());
      return items.map(() => undefined);
    } catch (error) {
      if (!(error instanceof PersonErased)) throw error;
      if (items.length === 1) return [error];
    }
    const results: (PersonErased | undefined)[] = [];
    for (const item of items) results.push(...(await this.write([item])));
    return results;
  }

  private open({ wrapped, sealed, sealedAt, ...row }: SealedRow, programme: string): string {
    if (row.programme !== programme || !wrapped) throw new TextTamperedWith('not where it belongs');
    try {
      const { key } = this.keys.open({ ...row, wrapped });
      const bound = boundTo({ ...row, sealedAt: sealedAt.toISOString() });
      return unpadded(openBytes(key, bound, sealed));
    } catch (cause) {
      throw new TextTamperedWith('a text does not open', { cause });
    }
  }
}
