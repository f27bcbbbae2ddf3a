import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createPool, migrate, roleMigrations } from '@sikkerby/postgres';
import {
  KeyFiles,
  KeyGone,
  PostgresPersonalData,
  rotateKeys,
  TextTamperedWith,
  vaultMigrations,
  type KeyRing,
  type PersonalText,
} from '@sikkerby/vault';
import type pg from 'pg';
import { readyDatabase, type TestDatabase } from '../support/database.js';
import { testKeysFolder } from '../support/keys.js';

const secret = randomBytes(32);
let database: TestDatabase;
let app: pg.Pool;
let owner: pg.Pool;
let folder: string;
let ring: KeyFiles;
let programme: string;
let number = 0;

beforeAll(async () => {
  database = await readyDatabase();
  await migrate(database.url, [...roleMigrations, ...vaultMigrations]);
  app = createPool(database.url, { name: 'vault', role: 'sikkerby_app' });
  owner = createPool(database.url, { name: 'owner' });
});
beforeEach(() => {
  folder = testKeysFolder();
  ring = new KeyFiles(folder);
  programme = `lamp-${String((number += 1))}`;
});
afterAll(async () => {
  await app.end();
  await owner.end();
  await database.close();
});

const vault = (keys: KeyRing = ring) => new PostgresPersonalData(app, keys, secret);

function text(changes: Partial<PersonalText> = {}): PersonalText {
  const [subject, ref] = [randomUUID(), randomUUID()];
  return { programme, subject, field: 'note', ref, text: `Prøve ${ref}`, ...changes };
}

async function readable(from: PostgresPersonalData, texts: readonly PersonalText[]) {
  const found = [];
  for (const { subject } of texts) {
    for (const kept of await from.textsOf(programme, subject)) found.push(kept.text);
  }
  return found.sort();
}
const written = (texts: readonly PersonalText[]) => texts.map(({ text: was }) => was).sort();

describe('key-encryption keys', () => {
  it('are files of 32 bytes for their owner only, one for each programme and version', async () => {
    await vault().put([text()]);
    expect(readdirSync(folder)).toEqual([`${programme}.1.key`]);
    expect(statSync(join(folder, `${programme}.1.key`)).mode & 0o777).toBe(0o600);
    expect(ring.key(programme, 1)).toHaveLength(32);
    ring.destroy(programme, 1);
    ring.destroy(programme, 1);
    expect(() => ring.key(programme, 1)).toThrow(KeyGone);
  });

  it("of one programme do not open another's", async () => {
    const kept = text();
    await vault().put([kept, text({ programme: 'other' })]);
    const swapped: KeyRing = {
      versions: (of) => ring.versions(of),
      make: (of, version) => {
        ring.make(of, version);
      },
      destroy: (of, version) => {
        ring.destroy(of, version);
      },
      key: (_, version) => ring.key('other', version),
    };
    await expect(vault(swapped).textsOf(programme, kept.subject)).rejects.toThrow(TextTamperedWith);
  });
});

describe('a rotation', () => {
  it('leaves every text readable, and destroys the older key', async () => {
    const texts = Array.from({ length: 20 }, () => text());
    await vault().put(texts);
    const backup = await owner.query<{ wrapped: Buffer }>(
      'SELECT wrapped FROM vault.data_keys WHERE programme = $1',
      [programme],
    );
    await rotateKeys(app, ring, programme);
    expect(ring.versions(programme)).toEqual([2]);
    expect(await readable(vault(), texts)).toEqual(written(texts));
    // What a backup holds opens nothing any more.
    for (const { wrapped } of backup.rows) {
      await owner.query(
        'UPDATE vault.data_keys SET wrapped = $1, version = 1 WHERE programme = $2',
        [...[wrapped, programme]],
      );
      await expect(readable(vault(), texts)).rejects.toThrow(TextTamperedWith);
    }
  });

  it('does not trouble a process that knew the older key', async () => {
    const other = vault();
    const [before, after, known] = [text(), text(), text()];
    await other.put([before, known]);
    await rotateKeys(app, ring, programme);
    const more = { ...known, ref: randomUUID(), text: 'Prøve mere' };
    await other.put([after, more]);
    const all = [before, after, known, more];
    const once = [before, after, known];
    expect(await readable(vault(), once)).toEqual(written(all));
    expect(await readable(other, once)).toEqual(written(all));
  });

  it.each([1, 2, 3, 4])('that was cut short at step %i is finished by the next', async (step) => {
    const texts = Array.from({ length: 5 }, () => text());
    await vault().put(texts);
    let calls = 0;
    const cut = () => {
      if ((calls += 1) === step) throw new Error('power cut');
    };
    const brittle: KeyRing = {
      versions: (of) => (cut(), ring.versions(of)),
      key: (of, version) => (cut(), ring.key(of, version)),
      make: (of, version) => {
        cut();
        ring.make(of, version);
      },
      destroy: (of, version) => {
        cut();
        ring.destroy(of, version);
      },
    };
    await expect(rotateKeys(app, brittle, programme)).rejects.toThrow('power cut');
    expect(await readable(vault(), texts)).toEqual(written(texts));
    await rotateKeys(app, ring, programme);
    expect(await readable(vault(), texts)).toEqual(written(texts));
    expect(ring.versions(programme)).toHaveLength(1);
  });
});

describe('shredding', () => {
  it('deletes texts and key of one person, in one programme; a second time nothing', async () => {
    const gone = text();
    const elsewhere = text({ programme: 'other', subject: gone.subject });
    const other = text();
    const processes = [vault(), vault()] as const;
    await processes[0].put([gone, elsewhere, other]);
    await processes[1].put([{ ...gone, ref: randomUUID() }]);
    for (let time = 0; time < 2; time += 1) {
      await processes[0].shred(programme, [gone.subject]);
      const { rows } = await owner.query(
        `SELECT FROM vault.texts WHERE programme = $1 AND subject = $2 UNION ALL
         SELECT FROM vault.data_keys WHERE programme = $1 AND subject = $2`,
        [programme, gone.subject],
      );
      expect(rows).toEqual([]);
    }
    expect(await readable(processes[1], [gone, other])).toEqual(written([other]));
    expect(await processes[1].textsOf('other', gone.subject)).toHaveLength(1);
  });

  it.each(['still knows the key', 'never knew it'])(
    'lets nobody write about them again who %s; what others write meanwhile is kept',
    async (who) => {
      const one = text();
      const late = { ...text(), subject: one.subject };
      const knowing = vault();
      await knowing.put([one]);
      await vault().shred(programme, [one.subject]);
      const writer = who === 'never knew it' ? vault() : knowing;
      const others = Array.from({ length: 20 }, () => text());
      const outcomes = await Promise.allSettled([
        ...others.slice(10).map((other) => writer.put([other])),
        writer.put([late]),
        ...others.slice(0, 10).map((other) => writer.put([other])),
      ]);
      const refused = outcomes.filter(({ status }) => status === 'rejected');
      expect(refused).toMatchObject([{ reason: { name: 'PersonErased' } }]);
      expect(await readable(vault(), [late, ...others])).toEqual(written(others));
    },
  );

  it('leaves nothing of what is written at the same moment', async () => {
    const processes = [vault(), vault(), vault()];
    for (let time = 0; time < 30; time += 1) {
      const [first, ...more] = Array.from({ length: 6 }, () => text());
      if (!first) throw new Error('six texts');
      const all = more.map((other) => ({ ...other, subject: first.subject }));
      if (time % 2 === 0) await processes[0]?.put([first]);
      await Promise.allSettled([
        ...all.map((each, at) => processes[at % 3]?.put([each])),
        vault().shred(programme, [first.subject]),
      ]);
      expect(await readable(vault(), [first])).toEqual([]);
    }
  });
});
