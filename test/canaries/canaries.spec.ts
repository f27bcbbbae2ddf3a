import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roles, type Role } from '@sikkerby/access';
import { openDatabase, createPool } from '@sikkerby/postgres';
import { programmes } from '@sikkerby/programmes';
import { rebuild } from '@sikkerby/projections';
import { strategyUnits } from '@sikkerby/strategy';
import { jsonOf } from '../support/json.js';
import { workers } from '../access/matrix/table.js';
import { eraseEverybody, wholeHouse, type WholeHouse } from '../support/whole-house.js';
import { registered } from '../support/persons.js';
import { birth, fill, type Filled } from './fill.js';
import { fillProgrammes, tagOf, type FilledProgramme } from './fill-programmes.js';
import { fillReport } from './fill-report.js';
import { filesThatSing, sings, tablesThatSing, type Stems } from './search.js';
import { walk } from './walk.js';
import { counts } from '../support/effort.js';
import { inTurn } from '../support/in-turn.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(120));

const persons = 40;
const stems: Stems = { text: `Kanarie${randomBytes(8).toString('hex')}`, birth };
/** Of texts that are about nobody, and are read by whoever works with them. */
const shared: Stems = { text: `Fugl${randomBytes(8).toString('hex')}` };
const seers: Role[] = ['ssp-caseworker', 'ssp-coordinator'];
const overseers: Role[] = ['dpo', 'auditor', 'admin'];

/** Who sees names or texts of a programme in an answer, and is none of who works with its persons. */
const besides = new Map<string, readonly Role[]>([
  // The police see whom an enquiry is about, and clear it.
  ['infohus', ['police-liaison']],
]);
const insiders: readonly (readonly [programme: string, roles: readonly Role[]])[] = [
  ['', seers],
  ...[...workers].map(
    ([name, roles]) => [tagOf(name), [...roles, ...(besides.get(name) ?? [])]] as const,
  ),
];

const lines: string[] = [];
let folder: string;
let backup: string;
let house: WholeHouse;
let filled: Filled;
let others: FilledProgramme[];
let ofStrategy: FilledProgramme[];
let subjects: string[];

beforeAll(async () => {
  const base = mkdtempSync(join(tmpdir(), 'sikkerby-canaries-'));
  [folder, backup] = [join(base, 'data'), join(base, 'backup')];
  mkdirSync(folder);
  house = await wholeHouse({ DATA_DIR: folder, LOG_LEVEL: 'debug' }, lines);
  filled = await fill(house, stems, persons);
  others = await fillProgrammes(house, stems);
  ofStrategy = await fillProgrammes(house, shared, strategyUnits);
  await fillReport(house, shared);
  const statements = '/statistics/statements/2017';
  await house.post(`${statements}/freeze`, 'analyst', { kind: 'preliminary' });
  await house.post(`${statements}/1/approve`, 'report-approver', {}, { 'if-match': '"0"' });
  const release = { year: 2017, statement: 1 };
  const { status } = await house.post('/publication/releases', 'analyst', release);
  expect(status).toBe(201);
});
afterAll(async () => {
  await house.stop();
  rmSync(join(folder, '..'), { recursive: true });
});

async function tables(wanted: Stems = stems): Promise<string[]> {
  const database = await openDatabase(house.system.configuration);
  try {
    return await tablesThatSing(database.url, wanted);
  } finally {
    await database.stop();
  }
}

/** With the owners of the files, who start the server. */
const copy = (from: string, to: string) => execFileSync('cp', ['-a', from, to]);

/** Fields that requests seal, under the programme or context that has them, as the sources say. */
function sealedFields(): string[] {
  const fields = ['apps', 'libs'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.requests.ts'))
      .flatMap((name) => {
        const [lib = '', programme = ''] = name.split('/');
        const ofFolder = lib === 'programmes' || lib === 'strategy';
        const of = ofFolder ? programme : lib === 'people' ? 'youth-concern' : lib;
        const text = readFileSync(join(top, name), 'utf8');
        return [...text.matchAll(/@Sealed\([\s\S]*?readonly (\w+)/g)].map(
          ([, field]) => `${of} ${field ?? ''}`,
        );
      }),
  );
  const registers = programmes.filter((each) => each.persons);
  return [...new Set([...fields, ...registers.map(({ name }) => `${name} particulars`)])].sort();
}

describe('500 canaries in every field that is sealed', () => {
  it('are in the vault, in each field that there is', async () => {
    expect(filled.canaries).toBeGreaterThanOrEqual(500);
    const { rows } = await house.system.appPool.query<{ field: string }>(
      `SELECT DISTINCT programme || ' ' || field AS field FROM vault.texts`,
    );
    expect(rows.map(({ field }) => field).sort()).toEqual(sealedFields());
  });

  it('are in no table and no log line, and are shown to those whose cases they are in', async () => {
    expect(await tables()).toEqual([]);
    expect(lines.length).toBeGreaterThan(500);
    expect(lines.filter((line) => sings(line, stems))).toEqual([]);
    const shown = await walk(house, ['ssp-caseworker'], { stems, filled, many: 3 });
    expect(shown.singing.length).toBeGreaterThan(10);
  });

  it('are in no table and no log line either where everybody may read them', async () => {
    expect(await tables(shared)).toEqual([]);
    expect(lines.filter((line) => sings(line, shared))).toEqual([]);
    const all = { stems: shared, filled, others: ofStrategy, many: 1 };
    const { singing } = await walk(house, ['police-liaison'], all);
    const shows = (path: string) => singing.some((one) => one.includes(path));
    expect([shows('/knowledge/items'), shows('/annual-reports/2017')]).toEqual([true, true]);
  });

  it('are in no answer outside of their own programme', async () => {
    const asking = inTurn(roles, 5);
    const { answered, heard } = await walk(house, asking, {
      stems,
      filled,
      others,
      many: counts.canaryUnits,
    });
    expect(answered).toBeGreaterThan(asking.length);
    expect([...heard].sort()).toEqual(
      insiders
        .flatMap(([programme, of]) =>
          of.filter((role) => asking.includes(role)).map((role) => `${role} ${programme}`),
        )
        .sort(),
    );
    expect(await tables()).toEqual([]);
    expect(lines.filter((line) => sings(line, stems))).toEqual([]);
  });

  it('are in no answer to a request that is wrong, and no line about it', async () => {
    const canary = `${stems.text}x1`;
    const cases = '/youth-concern/cases';
    const person = { name: canary, birthDate: canary, gender: canary, cpr: `${birth}-4001x` };
    const wrong: [string, unknown, Record<string, string>?][] = [
      [cases, `{"description": "${canary}"`],
      [cases, { [`${canary} Opdigtet`]: canary, description: canary.repeat(500), level: canary }],
      [cases, [canary]],
      [`${cases}/${filled.cases[0] ?? ''}/add-note`, { text: canary }, { 'if-match': '"0"' }],
      [`${cases}/${filled.cases[0] ?? ''}/add-note`, { text: canary }, { 'if-match': canary }],
      [`${cases}/${canary}/add-note`, { text: canary }, { 'if-match': '"0"' }],
      [`/${canary}?name=${canary}`, { text: canary }],
      [cases, { description: canary }, { 'idempotency-key': `${canary} ${canary}` }],
      ['/people/youth-concern/persons', { ...person, searchToken: canary }],
      ['/people/youth-concern/search', { cpr: `${birth}-4001${canary}` }],
      [`/people/${canary}/search`, { name: canary, birthDate: '2002-05-17' }],
      ['/oversight/break-glass', { caseId: canary, reason: canary }],
      ['/erasure/youth-concern/retention-rule', { years: canary, anchor: canary }],
    ];
    for (const [path, body, headers] of wrong) {
      for (const role of ['ssp-caseworker', 'dpo'] as const) {
        const answer = await house.post(path, role, body, headers);
        expect([path, answer.status >= 400, sings(answer.text, stems)]).toEqual([
          path,
          true,
          false,
        ]);
      }
    }
    expect(lines.filter((line) => sings(line, stems))).toEqual([]);
  });

  it('are in no file of the data folder, the write-ahead log too', async () => {
    await house.stop();
    copy(folder, backup);
    expect(readdirSync(folder, { recursive: true }).length).toBeGreaterThan(500);
    expect(filesThatSing(folder, stems)).toEqual([]);
    house = await wholeHouse({ DATA_DIR: folder, LOG_LEVEL: 'debug' }, lines);
  });
});

describe('everybody erased', () => {
  it('no route shows a canary, and none after the read models were made anew', async () => {
    subjects = await eraseEverybody(house);
    expect(subjects).toHaveLength(persons);
    const all = await walk(house, ['ssp-caseworker'], {
      stems,
      filled,
      many: counts.canaryPersons,
    });
    expect(all.answered).toBeGreaterThan(5 * counts.canaryPersons);
    expect(all.singing).toEqual([]);
    const { projections, store, projectorPool: pool } = house.system;
    expect((await rebuild({ projections, store, pool })).poisoned).toEqual([]);
    const few = await walk(house, [...seers, ...overseers], {
      stems,
      filled,
      many: Math.ceil(counts.canaryPersons / 8),
    });
    expect(few.singing).toEqual([]);
    expect(await tables()).toEqual([]);
    expect(lines.filter((line) => sings(line, stems))).toEqual([]);
  });

  it('nor when an older copy of the database is put back: the ledger is beside it', async () => {
    await house.stop();
    expect(filesThatSing(folder, stems)).toEqual([]);
    rmSync(join(folder, 'postgres'), { recursive: true });
    copy(join(backup, 'postgres'), folder);
    expect(readdirSync(join(folder, 'keys'))).toContain('erasures.ledger');
    house = await wholeHouse({ DATA_DIR: folder, LOG_LEVEL: 'debug' }, lines);
    const { rows } = await house.system.appPool.query(
      `SELECT FROM vault.texts WHERE programme = 'youth-concern'`,
    );
    expect(rows).toEqual([]);
    const all = await walk(house, ['ssp-caseworker'], {
      stems,
      filled,
      many: counts.canaryPersons,
    });
    expect(all.answered).toBeGreaterThan(5 * counts.canaryPersons);
    expect(all.singing).toEqual([]);
    const sends = async (path: string, body: object) =>
      jsonOf<object>((await house.post(path, 'ssp-caseworker', body)).text);
    expect(await registered(sends)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the search', () => {
  it('finds a canary that was planted: in a table as text, bytes and base64, and in files', async () => {
    const planted = { text: `Fugl${randomBytes(8).toString('hex')}` };
    const database = await openDatabase(house.system.configuration);
    const pool = createPool(database.url, { name: 'planter', max: 1 });
    await pool.query('CREATE TABLE public.a (t text); CREATE TABLE public.b (t bytea)');
    await pool.query('CREATE TABLE public.c (t json); CREATE TABLE public.d (t text[])');
    await pool.query('INSERT INTO public.a VALUES ($1)', [`en ${planted.text} her`]);
    await pool.query('INSERT INTO public.b VALUES ($1)', [Buffer.from(` ${planted.text}`)]);
    const base64 = Buffer.from(`xy${planted.text}z`).toString('base64');
    await pool.query('INSERT INTO public.c VALUES ($1)', [JSON.stringify({ base64 })]);
    await pool.query('INSERT INTO public.d VALUES ($1)', [['x', `170502-4001`]]);
    expect(await tables(planted)).toEqual(['public.a', 'public.b', 'public.c']);
    expect(await tables(stems)).toEqual(['public.d']);
    await pool.query('DROP TABLE public.a, public.b, public.c, public.d');
    await pool.end();
    await database.stop();

    const files = mkdtempSync(join(folder, '..', 'planted-'));
    const written: [string, string | Buffer][] = [
      ['utf8', `x${planted.text}`],
      ['utf16', Buffer.from(`x${planted.text}`, 'utf16le')],
      ['hex', Buffer.from(`x${planted.text}`).toString('hex')],
      ['base64', Buffer.from(`x${planted.text}yy`).toString('base64')],
      ['number', 'nr. 1705024001.'],
      ['nothing', planted.text.slice(1)],
    ];
    for (const [name, bytes] of written) writeFileSync(join(files, name), bytes);
    const found = filesThatSing(files, { ...planted, birth });
    expect(found.sort()).toEqual(['base64', 'hex', 'number', 'utf16', 'utf8']);
    await house.stop();
    expect(filesThatSing(folder, planted)).not.toEqual([]);
  });
});
