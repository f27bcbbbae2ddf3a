import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { jsonOf } from '../support/json.js';
import { recordSamples } from '../events/record-samples.js';
import { statisticsOffice, type Content, type StatisticsOffice } from './statistics-office.js';

const handled = 'youth-concern.cases-handled';
let office: StatisticsOffice;

beforeAll(async () => {
  office = await statisticsOffice();
});
afterAll(async () => {
  if (process.env.RECORD_SAMPLES) recordSamples(await office.log());
  await office.close();
});

const of = (content: Content, measure: string) =>
  content.measures.find((one) => one.measure === measure);
const kindOf = (problem: { type?: string }) => problem.type?.replace('urn:problem:', '');

describe('a statement', () => {
  it('holds every measure and every split, and its digest is that of its canonical bytes', async () => {
    expect(await office.send('/2017/freeze', 'analyst', { kind: 'preliminary' })).toMatchObject({
      ...{ status: 201, revision: 0 },
    });
    const { statement: frozen, content, isTheSame } = await office.statement(1);
    expect(isTheSame).toBe(true);
    expect(frozen.status).toBe('frozen');
    expect(frozen.sha256).toBe(hash('sha256', canonicalize(content) ?? '', 'hex'));
    expect(of(content, handled)).toMatchObject({ value: 12 });
    for (const { breakdowns, value } of content.measures) {
      for (const { additive, rows } of breakdowns) {
        if (additive) expect(rows.reduce((sum, row) => sum + row.value, 0)).toBe(value);
      }
    }
  });

  it('is approved by another than who froze it, once, and by nobody who may not', async () => {
    expect((await office.send('/2017/1/approve', 'analyst', {}, 0)).status).toBe(403);
    expect((await office.send('/2017/freeze', 'approver', { kind: 'final' })).status).toBe(403);
    expect((await office.send('/2017/1/approve', 'approver', {}, 7)).status).toBe(412);
    expect(await office.send('/2017/1/approve', 'approver', {}, 0)).toMatchObject({ revision: 1 });
    expect(await office.send('/2017/1/approve', 'approver', {}, 1)).toMatchObject({ revision: 1 });
    expect((await office.statement(1)).statement.status).toBe('approved');
  });

  it('is frozen once for one key, and one at a time', async () => {
    const key = randomUUID();
    const first = await office.send('/2017/freeze', 'analyst', { kind: 'final' }, undefined, key);
    expect(first).toMatchObject({ status: 201, revision: 2 });
    const again = await office.send('/2017/freeze', 'analyst', { kind: 'final' }, undefined, key);
    expect(again).toMatchObject({ status: 201, revision: 2 });
    const other = await office.send('/2017/freeze', 'other', { kind: 'final' });
    expect(other.status).toBe(409);
    expect(kindOf(other)).toBe('a-statement-is-decided-on-before-the-next-is-frozen');
    await office.send('/2017/2/approve', 'approver', {}, 2);
  });

  it('stays as it is whatever is recorded later; the live figure changes (R11)', async () => {
    const before = await office.statement(2);
    await office.sspCase('2017-12-20');
    const { position } = await office.system.store.head();
    const live = await office.read<{ value: number }>(
      `/statistics/${handled}?year=2017`,
      'analyst',
      { 'x-min-position': position },
    );
    expect(live.value).toBe(13);
    expect(await office.statement(2)).toEqual(before);
  });

  it('that is rejected is never used, and its number not given again', async () => {
    const reject = { reason: 'data-missing' };
    const year = '/2016';
    await office.send(`${year}/freeze`, 'analyst', { kind: 'preliminary' });
    expect((await office.send(`${year}/2/reject`, 'approver', reject, 0)).status).toBe(404);
    expect(await office.send(`${year}/1/reject`, 'approver', reject, 0)).toMatchObject({
      ...{ status: 200, revision: 1 },
    });
    const late = await office.send(`${year}/1/approve`, 'approver', {}, 1);
    expect([late.status, kindOf(late)]).toEqual([409, 'a-rejected-statement-stays-rejected']);
    await office.send(`${year}/freeze`, 'analyst', { kind: 'preliminary' });
    const { statements } = await office.read<{ statements: { number: number; status: string }[] }>(
      `/statistics/statements${year}`,
    );
    expect(statements.map(({ number, status }) => [number, status])).toEqual([
      [1, 'rejected'],
      [2, 'frozen'],
    ]);
  });

  it('is not there under another number or year', async () => {
    for (const path of ['2017/9', '2015/1', '2017/0', '2017/x', 'soon/1']) {
      const { status } = await office.ask(`/statistics/statements/${path}`, 'analyst');
      expect([path, status]).toEqual([path, 404]);
    }
  });
});

describe('a revision', () => {
  it('says for each cell how much came late, and which event did it', async () => {
    const whole = (await office.changes(2)).cells.find(
      (cell) => cell.measure === handled && cell.by === undefined,
    );
    expect(whole).toMatchObject({ before: 12, after: 13 });
    expect(whole?.reasons).toMatchObject([
      { reason: 'late', change: 1, events: [{ type: 'youth-concern.case-opened.v1' }] },
    ]);
  });

  it('tells a void from a correction, and shows nothing once both are undone', async () => {
    const id = await office.sspCase('2017-03-03');
    await office.send('/2017/freeze', 'analyst', { kind: 'revision' });
    await office.send('/2017/3/approve', 'approver', {}, 4);
    await office.act(id, 'void', 0, { reason: 'test' });
    const [voided] = (await office.changes(3)).cells.filter(({ measure }) => measure === handled);
    expect(voided).toMatchObject({
      before: 14,
      after: 13,
      reasons: [{ reason: 'void', change: -1 }],
    });
    await office.act(id, 'reinstate', 1, {});
    expect((await office.changes(3)).cells).toEqual([]);
    await office.act(id, 'correct', 2, { field: 'level', value: 4, reason: 'mistyped' });
    const cells = (await office.changes(3)).cells.filter(({ measure }) => measure === handled);
    expect(
      cells.map(({ by, code, reasons }) => [by, code, reasons.map((one) => one.reason)]),
    ).toEqual([
      ['level', '2', ['corrected']],
      ['level', '4', ['corrected']],
    ]);
  });

  it('lies between two statements as well as between one and now', async () => {
    const { cells } = await office.changes(2, 3);
    const whole = cells.find((cell) => cell.measure === handled && cell.by === undefined);
    expect(whole).toMatchObject({
      before: 12,
      after: 14,
      reasons: [{ reason: 'late', change: 2 }],
    });
  });
});

describe('explain', () => {
  it('tells an analyst definition, rules and numbers, and names no event', async () => {
    const path = `/statistics/${handled}/explanation?year=2017`;
    const { status, text } = await office.ask(path, 'analyst');
    expect(status).toBe(200);
    const told = jsonOf<{ value: number; facts: number; events: { count: number }[] }>(text);
    const figure = await office.read<{ value: number }>(`/statistics/${handled}?year=2017`);
    expect(told.value).toBe(figure.value);
    expect(told.events.reduce((sum, { count }) => sum + count, 0)).toBe(told.facts);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('says nothing in numbers of so few persons that they could be recognised', async () => {
    const asked = `/statistics/${handled}`;
    const { breakdown } = await office.read<{
      breakdown: { rows: { code: string; value: number }[] };
    }>(`${asked}?year=2017&by=district`);
    const few = breakdown.rows.find(({ value }) => value < 5);
    const path = `${asked}/explanation?year=2017&by=district&code=${few?.code ?? ''}`;
    const told = await office.read<object>(path);
    expect(told).toMatchObject({ code: few?.code, events: [], lateness: [] });
    expect(told).not.toHaveProperty('value');
    expect(told).not.toHaveProperty('facts');
  });

  it('names the events to an auditor who says what for, and each call is in the read log', async () => {
    const rowsOfLog = async () => {
      const { rows } = await office.owner.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM read_log.look WHERE route LIKE '/statistics/%'`,
      );
      return rows[0]?.count ?? 0;
    };
    const before = await rowsOfLog();
    const path = `/statistics/${handled}/events?year=2017`;
    expect((await office.ask(path, 'analyst', { 'x-purpose': 'audit' })).status).toBe(403);
    expect((await office.ask(path, 'auditor')).status).toBe(400);
    const { value, events } = await office.read<{ value: number; events: { type: string }[] }>(
      path,
      'auditor',
      { 'x-purpose': 'audit' },
    );
    expect(value).toBe(14);
    expect(events).toHaveLength(14);
    expect(events.filter(({ type }) => type.includes('case-corrected'))).toHaveLength(1);
    expect(await rowsOfLog()).toBe(before + 1);
  });
});

it('a series marks no break where the definition is one', async () => {
  const { years, breaks } = await office.read<{
    years: { year: number; value: number }[];
    breaks: [];
  }>(`/statistics/${handled}/series?from=2016&to=2018`);
  expect(years.map(({ year, value }) => [year, value])).toEqual([
    [2016, 0],
    [2017, 14],
    [2018, 14],
  ]);
  expect(breaks).toEqual([]);
});

it('no statement is frozen while a projection has stopped before the cut', async () => {
  await office.owner.query(
    `UPDATE projections.projection SET state = 'halted', checkpoint = '0'
     WHERE name = 'feriecamp.facts'`,
  );
  const refused = await office.send('/2018/freeze', 'analyst', { kind: 'preliminary' });
  expect(refused.status).toBe(503);
  expect(kindOf(refused)).toBe('read-model-behind');
});
