import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readConfiguration, type Configuration } from '@sikkerby/configuration';
import { ErasureLedger, Erasing, type ErasingParts } from '@sikkerby/erasure';
import { day, fold } from '@sikkerby/kernel';
import { createPool } from '@sikkerby/postgres';
import { programmes } from '@sikkerby/programmes';
import { openSystem, type System } from '@sikkerby/system';
import { KeyFiles } from '@sikkerby/vault';
import type pg from 'pg';
import { personErasure, type PersonErasure } from '../../libs/people/erasure/person-erasure.js';
import { erasureId } from '../../libs/people/erasure/erasure-ids.js';
import { settingsFor } from '../support/settings.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';
import { impossiblePerson } from '../support/persons.js';
import { writing } from '../support/writing.js';

const programme = 'youth-concern';
const dpo = { user: 'probe.dpo', role: 'dpo', organisation: 'test' };

let database: TestDatabase;
let configuration: Configuration;
let system: System;
let owner: pg.Pool;

beforeAll(async () => {
  database = await readyDatabase();
  configuration = readConfiguration(settingsFor(database.url));
  system = await openSystem(configuration, 'test');
  owner = createPool(database.url, { name: 'owner', max: 1 });
});
afterAll(async () => {
  await owner.end();
  await system.close();
  await database.close();
});

const keysDir = () => configuration.KEYS_DIR ?? '';
const ledger = () =>
  new ErasureLedger(keysDir(), Buffer.from(configuration.VAULT_KEY ?? '', 'base64'));
const parts = (): ErasingParts => ({
  ...{ store: system.store, pool: system.appPool, ledger: ledger(), programmes },
  ...{ keyRing: new KeyFiles(keysDir()), personalData: system.personalData },
  register: system.register,
  pipeline: writing(system).pipeline,
});

/** A power cut before (even) or after (odd) the n-th call of any of the parts. */
function cutAt(step: number): { parts: ErasingParts; wasCut: () => boolean } {
  let calls = 0;
  let cut = false;
  const brittle = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (!isFunction(method)) return method;
        return (...given: unknown[]) => {
          const call = (calls += 1) - 1;
          powerCut(call * 2);
          const answer: unknown = Reflect.apply(method, target, given);
          if (!(answer instanceof Promise)) return powerCut(call * 2 + 1, answer);
          return answer.then((given: unknown) => powerCut(call * 2 + 1, given));
        };
      },
    });
  function powerCut<Answer>(at: number, answer?: Answer): Answer | undefined {
    if (at === step) {
      cut = true;
      // A connection that was just given out ends with the process.
      (answer as { release?: () => void } | undefined)?.release?.();
      throw new Error('power cut');
    }
    return answer;
  }
  const { store, pool, ledger: lines, keyRing, personalData, register, pipeline } = parts();
  return {
    parts: {
      ...{ store: brittle(store), pool: brittle(pool), ledger: brittle(lines) },
      ...{ keyRing: brittle(keyRing), personalData: brittle(personalData) },
      register: brittle(register),
      programmes,
      pipeline: brittle(pipeline),
    },
    wasCut: () => cut,
  };
}

const isFunction = (value: unknown): value is (...given: unknown[]) => unknown =>
  typeof value === 'function';

const streamOf = (subject: string) => `erasure_person-${erasureId(programme, subject)}`;

async function someone(): Promise<string> {
  const subject = randomUUID();
  const name = `Prøve Opdigtet-${subject}`;
  const particulars = { ...impossiblePerson, name, birthDate: day('2002-05-17') };
  await system.register.keep({ programme, subject }, { ...particulars, gender: 'male' });
  return subject;
}

async function approvedErasure(): Promise<string> {
  const subject = await someone();
  const envelope = { occurredOn: day('2026-01-01'), actor: dpo, correlationId: randomUUID() };
  const of = (what: string, data: object = {}) => ({
    ...{ ...envelope, id: randomUUID(), type: `erasure.erasure-${what}.v1` },
    data: { programme, subject, ...data },
  });
  const asked = of('requested', { ground: 'period-is-over', requestedBy: 'probe.other' });
  await system.store.append(streamOf(subject), 'none', [asked, of('approved')]);
  return subject;
}

async function isErased(subject: string): Promise<void> {
  const events = await system.store.readStream(streamOf(subject));
  expect(events.map(({ type }) => type.split('.')[1])).toEqual([
    ...['erasure-requested', 'erasure-approved', 'person-shredded', 'erasure-finalised'],
  ]);
  const state = fold<PersonErasure>(personErasure, personErasure.initialState, events);
  expect(state).toMatchObject({ status: 'finalised', person: { programme, subject } });
  const lines = ledger().entries();
  expect(lines.filter((line) => line.subject === subject)).toHaveLength(1);
  const { rows } = await owner.query(
    `SELECT subject FROM vault.texts WHERE subject = $1 UNION ALL
     SELECT subject FROM vault.data_keys WHERE subject = $1 UNION ALL
     SELECT subject::text FROM people.subjects WHERE subject::text = $1`,
    [subject],
  );
  expect(rows).toEqual([]);
}

describe('an erasure that was cut short', () => {
  it('anywhere is finished by the next run: one line in the ledger, one key, others untouched', async () => {
    const other = await someone();
    let step = 0;
    for (; step < 300; step += 1) {
      const subject = await approvedErasure();
      const { parts: brittle, wasCut } = cutAt(step);
      await new Erasing(brittle).carryOn().catch((error: unknown) => {
        expect(error).toMatchObject({ message: 'power cut' });
      });
      await new Erasing(parts()).carryOn();
      await isErased(subject);
      expect(new KeyFiles(keysDir()).versions(programme)).toHaveLength(1);
      const known = await system.register.particularsOf(programme, [other]);
      expect(known.get(other)?.name).toContain('Opdigtet');
      if (!wasCut()) break;
    }
    expect(step).toBeGreaterThan(30);
    expect(step).toBeLessThan(300);
  });

  it('is not done twice by two that run at once', async () => {
    const subjects = [await approvedErasure(), await approvedErasure()];
    const runs = Array.from({ length: 4 }, () => new Erasing(parts()).carryOn());
    const erased = (await Promise.all(runs)).flat().map(({ subject }) => subject);
    expect(erased.sort()).toEqual(subjects.sort());
    for (const subject of subjects) await isErased(subject);
    expect(await new Erasing(parts()).carryOn()).toEqual([]);
  });
});

describe('the ledger', () => {
  it('is replayed at the start of every program: rows that were put back go again', async () => {
    const subject = await someone();
    const kept = await someone();
    const tables = ['vault.data_keys', 'vault.texts', 'people.subjects', 'people.look_ups'];
    const copied: { table: string; rows: unknown }[] = [];
    for (const table of tables) {
      const { rows } = await owner.query<{ rows: unknown }>(
        `SELECT json_agg(t) AS rows FROM ${table} t WHERE subject::text = $1`,
        [subject],
      );
      copied.push({ table, rows: rows[0]?.rows });
    }
    ledger().append({ programme, subject, units: [], day: day('2026-01-01') });
    await system.personalData.shred(programme, [subject]);
    await system.register.erase(programme, [subject]);
    for (const { table, rows } of copied) {
      await owner.query(`BEGIN; SET LOCAL session_replication_role = replica`);
      await owner.query(
        `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(rows)],
      );
      await owner.query('COMMIT');
    }
    const shown = async (from: System) => [
      ...(await from.register.particularsOf(programme, [subject, kept])).keys(),
    ];
    expect(new Set(await shown(system))).toEqual(new Set([subject, kept]));
    const restarted = await openSystem(configuration, 'test');
    expect(await shown(restarted)).toEqual([kept]);
    expect(await restarted.register.has({ programme, subject })).toBe(false);
    await restarted.close();
  });
});
