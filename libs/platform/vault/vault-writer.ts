import { hasCode } from '@sikkerby/configuration';
import type pg from 'pg';
import { nameOf, type DataKey, type DataKeys, type Owner, type WrappedKey } from './data-keys.js';
import { isOfTheErased, PersonErased, type PersonalText } from './personal-data.js';
import { padded, sealBytes } from './sealing.js';

// A text goes in only under a key that the table holds. In order, so that two writers cannot wait for
// each other.
const insert = `
  WITH current AS (
    SELECT programme, version FROM vault.key_versions WHERE programme = ANY ($2) FOR SHARE
  ), made AS (
    INSERT INTO vault.data_keys (key_id, programme, subject, wrapped, version)
    SELECT key_id, programme, subject, wrapped, version FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $12::integer[])
      AS offered (key_id, programme, subject, wrapped, version)
    JOIN current USING (programme, version)
    ORDER BY programme, subject
    ON CONFLICT (programme, subject) DO NOTHING
    RETURNING key_id
  ), kept AS (
    INSERT INTO vault.texts
    SELECT * FROM unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::uuid[],
      $10::timestamptz[], $11::bytea[])
      AS sealed (ref, programme, subject, field, key_id, sealed_at, sealed)
    WHERE key_id <> ALL ($1) OR key_id IN (SELECT key_id FROM made)
    ORDER BY ref
    ON CONFLICT (ref) DO NOTHING
  )
  SELECT key_id AS "keyId" FROM made`;

const select = `
  SELECT k.key_id AS "keyId", k.programme, k.subject, k.version, k.wrapped
  FROM unnest($1::text[], $2::text[]) AS owner (programme, subject)
  JOIN vault.data_keys k USING (programme, subject)`;

/**
 * Seals the texts and keeps them: one statement, more only where a key was made by another before.
 * @throws PersonErased, and nothing of it is kept
 */
export async function writeTexts(
  pool: pg.Pool,
  keys: DataKeys,
  texts: readonly PersonalText[],
): Promise<void> {
  const used = new Map<string, DataKey>();
  const offered: DataKey[] = [];
  for (const text of texts) {
    const name = nameOf(text);
    if (used.has(name)) continue;
    const known = keys.known(text);
    const key = known ?? keys.fresh(text);
    if (!known) offered.push(key);
    used.set(name, key);
  }
  const made = await insertSealed(pool, offered, texts, used).catch((error: unknown) => {
    if (isOfTheErased(error)) throw new PersonErased();
    if (!hasCode(error, '23503')) throw error;
    // A key that we knew was shredded meanwhile.
    for (const text of texts) keys.forget(text);
    return undefined;
  });
  if (!made) return writeTexts(pool, keys, texts);
  const others = offered.filter((key) => !made.has(key.keyId));
  for (const key of offered) if (made.has(key.keyId)) keys.remember(key);
  if (others.length === 0) return;
  keys.refresh();
  await knowVersions(pool, others);
  await openKeys(pool, keys, others);
  const late = new Set(others.map(nameOf));
  await writeTexts(
    pool,
    keys,
    texts.filter((text) => late.has(nameOf(text))),
  );
}

async function openKeys(pool: pg.Pool, keys: DataKeys, owners: readonly Owner[]): Promise<void> {
  const { rows } = await pool.query<WrappedKey>({
    name: 'vault.keys',
    text: select,
    values: [owners.map(({ programme }) => programme), owners.map(({ subject }) => subject)],
  });
  for (const row of rows) keys.open(row);
}

/** The first data key of a programme says which version of its key-encryption key is the first. */
async function knowVersions(pool: pg.Pool, offered: readonly DataKey[]): Promise<void> {
  await pool.query(
    `INSERT INTO vault.key_versions SELECT programme, min(version)
     FROM unnest($1::text[], $2::integer[]) AS offered (programme, version) GROUP BY programme
     ON CONFLICT DO NOTHING`,
    [offered.map(({ programme }) => programme), offered.map(({ version }) => version)],
  );
}

async function insertSealed(
  pool: pg.Pool,
  offered: readonly DataKey[],
  texts: readonly PersonalText[],
  used: ReadonlyMap<string, DataKey>,
): Promise<Set<string>> {
  const sealedAt = new Date().toISOString();
  const rows = texts.map((text) => sealRow(text, used, sealedAt));
  const { rows: made } = await pool.query<{ keyId: string }>({
    name: 'vault.put',
    text: insert,
    values: [
      offered.map(({ keyId }) => keyId),
      offered.map(({ programme }) => programme),
      offered.map(({ subject }) => subject),
      offered.map(({ wrapped }) => wrapped),
      rows.map(({ ref }) => ref),
      rows.map(({ programme }) => programme),
      rows.map(({ subject }) => subject),
      rows.map(({ field }) => field),
      rows.map(({ keyId }) => keyId),
      rows.map(({ sealedAt }) => sealedAt),
      rows.map(({ sealed }) => sealed),
      offered.map(({ version }) => version),
    ],
  });
  return new Set(made.map(({ keyId }) => keyId));
}

function sealRow(
  { ref, programme, subject, field, text }: PersonalText,
  used: ReadonlyMap<string, DataKey>,
  sealedAt: string,
) {
  const dataKey = used.get(nameOf({ programme, subject }));
  if (!dataKey) throw new Error('every text has its key by now');
  const { keyId, key } = dataKey;
  const row = { ref, programme, subject, field, keyId, sealedAt };
  return { ...row, sealed: sealBytes(key, boundTo(row), padded(text)) };
}

/** What a sealed text is tied to: none of it can be changed, nor the text moved to another row. */
export function boundTo(row: {
  readonly ref: string;
  readonly programme: string;
  readonly subject: string;
  readonly field: string;
  readonly keyId: string;
  readonly sealedAt: string;
}): string[] {
  return [row.ref, row.programme, row.subject, row.field, row.keyId, row.sealedAt];
}
