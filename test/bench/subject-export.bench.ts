import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '@sikkerby/configuration';
import { day } from '@sikkerby/kernel';
import { exportDocument, PersonHistory, PersonProgrammes, SubjectExports } from '@sikkerby/people';
import { createPool } from '@sikkerby/postgres';
import { programmes } from '@sikkerby/programmes';
import { rebuild } from '@sikkerby/projections';
import { openSystem, type System } from '@sikkerby/system';
import { compare, type Figure } from './measure.js';

const cases = 500;
const eventsOfEach = 20;
const events = cases * eventsOfEach;
/** What is promised to whoever asks: everything about them in a minute. */
const promised = events / 60;

const programme = 'youth-concern';
const actor = { user: 'demo.caseworker', role: 'ssp-caseworker', organisation: 'ssp' } as const;
const note = 'Opdigtet notat til demonstration. '.repeat(20);

/**
 * A subject-access export of 10,000 events in 500 cases, each event with its text, and 10,000 looks,
 * as data and as a document; against the rate of one in 60 seconds.
 */
export async function subjectExportBench(url: string): Promise<Figure[]> {
  const admin = createPool(url, { name: 'bench' });
  await admin.query('DROP DATABASE IF EXISTS bench_export WITH (FORCE)');
  await admin.query('CREATE DATABASE bench_export');
  await admin.end();
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const configuration = readConfiguration({
    DATABASE_URL: Object.assign(new URL(url), { pathname: 'bench_export' }).href,
    KEYS_DIR: mkdtempSync(join(tmpdir(), 'sikkerby-bench-keys-')),
    VAULT_KEY: randomBytes(32).toString('base64'),
    TOKEN_KEY: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  });
  const system = await openSystem(configuration, 'bench');
  try {
    const subject = randomUUID();
    await fill(system, subject);
    const { store, projections, projectorPool: pool } = system;
    await rebuild({ projections, store, pool });
    const exports = exportsOf(system);
    const ours = async () => {
      const started = performance.now();
      const exported = await exports.of({ programme, subject });
      exportDocument(exported, 'da');
      if (exported.events.length !== events) throw new Error('an export has every event');
      return (events / (performance.now() - started)) * 1000;
    };
    const baseline = () => Promise.resolve(promised);
    const name = 'subject-access export, events / 10,000 in 60 s';
    return [await compare(name, { ours, baseline, target: 1 })];
  } finally {
    await system.close();
  }
}

function exportsOf({ register, personalData, readLog, store, readModels }: System) {
  const known = new PersonProgrammes(programmes.filter(({ persons }) => persons));
  const history = new PersonHistory(store, readModels, known);
  return new SubjectExports(register, personalData, readLog, history, known);
}

async function fill(system: System, subject: string): Promise<void> {
  const { register, readLog } = system;
  const birthDate = day('2002-05-17');
  await register.keep(
    { programme, subject },
    { name: 'Prøve Opdigtet-7', birthDate, gender: 'male' },
  );
  for (let number = 0; number < cases; number += 1) await openCase(system, subject);
  const identity = { ...actor, districts: [], glass: [] };
  const looks = Array.from({ length: events }, () =>
    readLog.write({
      ...{ identity, verb: 'collect', purpose: 'case-work', seen: [{ programme, subject }] },
      ...{ route: '/youth-concern/cases/:id', correlationId: randomUUID() },
    }),
  );
  await Promise.all(looks);
}

/** A case with as many events, each with a text in the vault. */
async function openCase({ store, personalData }: System, subject: string): Promise<void> {
  const refs = Array.from({ length: eventsOfEach }, () => randomUUID());
  await personalData.put(
    refs.map((ref) => ({ programme, subject, field: 'text', ref, text: note })),
  );
  const story = refs.map((ref, at) => {
    const text = personalData.reference(ref, note);
    const [name, data] =
      at === 0 ? ['case-opened', opened(subject, text)] : ['note-added', { text }];
    return {
      ...{ id: randomUUID(), type: `${programme}.${name}.v1`, occurredOn: day('2017-03-01') },
      ...{ data, actor, correlationId: randomUUID() },
    };
  });
  await store.append(`youth_concern-${randomUUID()}`, 'none', story);
}

function opened(subject: string, description: object): object {
  return {
    ...{ subject, ageAtOpening: 14, gender: 'male', district: 'valby', level: 2, track: 'ssp' },
    ...{ concernTypes: ['group'], ownerTeam: 'ssp-valby', reports: [], description },
  };
}
