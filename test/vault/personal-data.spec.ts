import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  vaultMigrations,
  PostgresPersonalData,
  TextTamperedWith,
  type PersonalText,
} from '@sikkerby/vault';
import { createPool, migrate, roleMigrations } from '@sikkerby/postgres';
import type pg from 'pg';
import { testKeys } from '../support/keys.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';

const canary = 'Prøve Kanarie-4711';
const secret = randomBytes(32);
const ring = testKeys();
let database: TestDatabase;
let app: pg.Pool;
let owner: pg.Pool;
let vault: PostgresPersonalData;

beforeAll(async () => {
  database = await readyDatabase();
  await migrate(database.url, [...roleMigrations, ...vaultMigrations]);
  app = createPool(database.url, { name: 'people', role: 'sikkerby_app' });
  owner = createPool(database.url, { name: 'intruder' });
  vault = new PostgresPersonalData(app, ring, secret);
});

afterAll(async () => {
  await app.end();
  await owner.end();
  await database.close();
});

function text(changes: Partial<PersonalText> = {}): PersonalText {
  const [subject, ref] = [randomUUID(), randomUUID()];
  return { programme: 'lamp', subject, field: 'name', ref, text: canary, ...changes };
}

const reveal = (from: PersonalData, { ref, text: was }: PersonalText) =>
  from.reveal('lamp', [from.reference(ref, was)]);

type PersonalData = PostgresPersonalData;

describe('a text in the vault', () => {
  it('comes back by its reference, also to another process', async () => {
    const kept = text();
    await vault.put([kept]);
    const other = new PostgresPersonalData(app, ring, secret);
    expect(await reveal(other, kept)).toEqual(new Map([[kept.ref, canary]]));
  });

  it.each(['', 'x'.repeat(63), 'x'.repeat(64), '\u0000\u0080 æøå 🙂', 'x'.repeat(10_000)])(
    'comes back as it was (%#)',
    async (was) => {
      const kept = text({ text: was });
      await vault.put([kept]);
      expect((await reveal(vault, kept)).get(kept.ref)).toBe(was);
    },
  );

  it('is put once, however often', async () => {
    const kept = text();
    await vault.put([kept]);
    await vault.put([{ ...kept, text: 'something else' }]);
    expect((await reveal(vault, kept)).get(kept.ref)).toBe(canary);
  });

  it('has the same reference each time, and another one for another text', () => {
    const ref = randomUUID();
    expect(vault.reference(ref, canary)).toEqual(vault.reference(ref, canary));
    expect(vault.reference(ref, canary)).not.toEqual(vault.reference(ref, 'other'));
    const elsewhere = new PostgresPersonalData(app, testKeys(), randomBytes(32));
    expect(elsewhere.reference(ref, canary)).not.toEqual(vault.reference(ref, canary));
  });

  it('of a field is the newest of each subject', async () => {
    const first = text();
    await vault.put([first]);
    await owner.query(`SELECT pg_sleep(0.002)`);
    await vault.put([{ ...first, ref: randomUUID(), text: 'Prøve Omdøbt' }]);
    const names = await vault.revealField('lamp', [first.subject, randomUUID()], 'name');
    expect(names).toEqual(new Map([[first.subject, 'Prøve Omdøbt']]));
  });

  it('finds one key for a subject, whoever makes it first', async () => {
    const subject = randomUUID();
    const vaults = Array.from({ length: 4 }, () => new PostgresPersonalData(app, ring, secret));
    const texts = vaults.map(() => text({ subject }));
    await Promise.all(vaults.map((each, at) => each.put(texts.slice(at, at + 1))));
    for (const kept of texts) expect((await reveal(vault, kept)).get(kept.ref)).toBe(canary);
  });

  it('is nowhere in the tables as it was written', async () => {
    await vault.put([text()]);
    const { rows } = await owner.query<{ dump: string }>(
      `SELECT coalesce(string_agg(t::text || encode(sealed, 'escape'), ''), '') AS dump
       FROM vault.texts t`,
    );
    expect(rows[0]?.dump.length).toBeGreaterThan(100);
    expect(rows[0]?.dump).not.toContain('Kanarie');
    expect(rows[0]?.dump).not.toContain(Buffer.from(canary).toString('hex'));
  });

  it('takes the same room within a step of 64 bytes', async () => {
    const [short, long] = [text({ text: 'x' }), text({ text: 'x'.repeat(63) })];
    await vault.put([short, long]);
    const { rows } = await owner.query<{ length: number }>(
      'SELECT DISTINCT length(sealed) AS length FROM vault.texts WHERE ref = ANY ($1)',
      [[short.ref, long.ref]],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('whoever changes the tables', () => {
  it.each([
    ['texts', "programme = 'other'"],
    ['texts', 'subject = gen_random_uuid()::text'],
    ['texts', "field = 'description'"],
    ['texts', 'key_id = gen_random_uuid()'],
    ['texts', "sealed_at = sealed_at + interval '1 ms'"],
    ['texts', 'sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)'],
    ['data_keys', "programme = 'other'"],
    ['data_keys', 'subject = gen_random_uuid()::text'],
    ['data_keys', 'key_id = gen_random_uuid()'],
    ['data_keys', 'wrapped = set_byte(wrapped, 40, get_byte(wrapped, 40) # 1)'],
  ])('is found out: %s, %s', async (table, change) => {
    const kept = text();
    await vault.put([kept]);
    const client = await owner.connect();
    // As nobody can who is not the server's administrator: past the foreign key.
    await client.query('SET session_replication_role = replica');
    await client.query(`UPDATE vault.${table} SET ${change} WHERE subject = $1`, [kept.subject]);
    client.release(true);
    await expect(reveal(new PostgresPersonalData(app, ring, secret), kept)).rejects.toThrow(
      TextTamperedWith,
    );
  });

  it('is found out when two texts of a subject changed places', async () => {
    const one = text();
    const two = text({ subject: one.subject, text: 'Prøve Byttet' });
    await vault.put([one, two]);
    await owner.query(
      `UPDATE vault.texts t SET sealed = o.sealed FROM vault.texts o
       WHERE t.subject = $1 AND o.subject = $1 AND t.ref <> o.ref`,
      [one.subject],
    );
    await expect(reveal(vault, one)).rejects.toThrow(TextTamperedWith);
  });

  it('is found out when the whole row was sealed anew with another text', async () => {
    const [one, other] = [text(), text({ text: 'Prøve Forfalsket' })];
    await vault.put([one]);
    await owner.query('DELETE FROM vault.texts WHERE ref = $1', [one.ref]);
    await vault.put([{ ...one, text: other.text }]);
    await expect(reveal(vault, one)).rejects.toThrow(TextTamperedWith);
  });

  it('cannot do it in the role of the API', async () => {
    await expect(app.query('UPDATE vault.texts SET field = field')).rejects.toThrow(/permission/);
    await expect(app.query('DELETE FROM vault.data_keys')).rejects.toThrow(/permission/);
  });
});
