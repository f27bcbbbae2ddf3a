import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { openedCase } from '../faults/opened-case.js';
import { Random } from '../golden-year/random.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';

interface Content {
  readonly measures: readonly {
    readonly measure: string;
    readonly value: number;
    readonly breakdowns: readonly {
      readonly by: string;
      readonly additive: boolean;
      readonly rows: readonly { readonly code: string; readonly value: number }[];
    }[];
  }[];
}
interface Reproduced {
  readonly statement: { readonly status: string; readonly sha256: string; readonly cut: string };
  readonly content: Content;
  readonly isTheSame: boolean;
}
interface Changes {
  readonly cells: readonly {
    readonly measure: string;
    readonly by?: string;
    readonly code?: string;
    readonly before: number;
    readonly after: number;
    readonly reasons: readonly {
      readonly reason: string;
      readonly change: number;
      readonly events: readonly { readonly type: string }[];
    }[];
  }[];
}

const handled = 'youth-concern.cases-handled';
let office: Office;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  office = await openOffice();
  tokens.analyst = await office.token('ane.analyst', 'analyst', []);
  tokens.other = await office.token('bo.analyst', 'analyst', []);
  tokens.approver = await office.token('rie.approver', 'report-approver', []);
  tokens.auditor = await office.token('alf.auditor', 'auditor', []);
  tokens.ssp = await office.token('sus.ssp', 'ssp-coordinator', ['noerrebro']);
  const random = new Random(3);
  for (let number = 0; number < 12; number++) {
    const { stream, events } = openedCase(random);
    await office.system.store.append(stream, 'none', events);
  }
});
afterAll(() => office.close());

const bearer = (who: string) => tokens[who] ?? '';

async function send(path: string, who: string, body: object, revision?: number, key?: string) {
  const answer = await fetch(`${office.address}/statistics/statements${path}`, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${bearer(who)}`, 'content-type': 'application/json' },
      'idempotency-key': key ?? randomUUID(),
      ...(revision === undefined ? {} : { 'if-match': `"${String(revision)}"` }),
    },
    body: JSON.stringify(body),
  });
  const told = (await answer.json()) as { revision?: number; rule?: string; type?: string };
  return { status: answer.status, ...told };
}
async function read<Answer>(path: string, who = 'analyst', headers = {}): Promise<Answer> {
  const { status, text } = await office.get(path, bearer(who), headers);
  expect([status, text]).toEqual([200, text]);
  return JSON.parse(text) as Answer;
}
const statement = (number: number, year = 2017) =>
  read<Reproduced>(`/statistics/statements/${String(year)}/${String(number)}`);
const changes = (number: number, until?: number) =>
  read<Changes>(
    `/statistics/statements/2017/${String(number)}/changes${until ? `?until=${String(until)}` : ''}`,
  );
const of = (content: Content, measure: string) =>
  content.measures.find((one) => one.measure === measure);
const rulesFor = (problem: { type?: string }) => problem.type?.replace('urn:problem:', '');

async function sspCase(occurredOn: string) {
  const sends = (path: string, body: object) => office.post<object>(path, bearer('ssp'), body);
  const subject = await registered(sends);
  const { id } = await office.post<{ id: string }>('/youth-concern/cases', bearer('ssp'), {
    ...{ subject, occurredOn, district: 'noerrebro', level: 2, ownerTeam: 'team-1' },
    ...{ concernTypes: ['group'], track: 'ssp', description: 'Set ved skolen' },
  });
  return id;
}

describe('a statement', () => {
  it('holds every measure and every split, and its digest is that of its canonical bytes', async () => {
    expect(await send('/2017/freeze', 'analyst', { kind: 'preliminary' })).toMatchObject({
      ...{ status: 201, revision: 0 },
    });
    const { statement: frozen, content, isTheSame } = await statement(1);
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
    expect((await send('/2017/1/approve', 'analyst', {}, 0)).status).toBe(403);
    expect((await send('/2017/freeze', 'approver', { kind: 'final' })).status).toBe(403);
    expect((await send('/2017/1/approve', 'approver', {}, 7)).status).toBe(412);
    expect(await send('/2017/1/approve', 'approver', {}, 0)).toMatchObject({ revision: 1 });
    expect(await send('/2017/1/approve', 'approver', {}, 1)).toMatchObject({ revision: 1 });
    expect((await statement(1)).statement.status).toBe('approved');
  });

  it('is frozen once for one key, and one at a time', async () => {
    const key = randomUUID();
    const first = await send('/2017/freeze', 'analyst', { kind: 'final' }, undefined, key);
    expect(first).toMatchObject({ status: 201, revision: 2 });
    const again = await send('/2017/freeze', 'analyst', { kind: 'final' }, undefined, key);
    expect(again).toMatchObject({ status: 201, revision: 2 });
    const other = await send('/2017/freeze', 'other', { kind: 'final' });
    expect(other.status).toBe(409);
    expect(rulesFor(other)).toBe('a-statement-is-decided-on-before-the-next-is-frozen');
    await send('/2017/2/approve', 'approver', {}, 2);
  });

  it('stays as it is whatever is recorded later; the live figure changes (R11)', async () => {
    const before = await statement(2);
    await sspCase('2017-12-20');
    const { position } = await office.system.store.head();
    const live = await read<{ value: number }>(`/statistics/${handled}?year=2017`, 'analyst', {
      'x-min-position': position,
    });
    expect(live.value).toBe(13);
    expect(await statement(2)).toEqual(before);
  });

  it('is not there under another number or year', async () => {
    for (const path of ['2017/9', '2016/1', '2017/0', '2017/x', 'soon/1']) {
      const { status } = await office.get(`/statistics/statements/${path}`, bearer('analyst'));
      expect([path, status]).toEqual([path, 404]);
    }
  });
});

describe('a revision', () => {
  it('says for each cell how much came late, and which event did it', async () => {
    const whole = (await changes(2)).cells.find(
      (cell) => cell.measure === handled && cell.by === undefined,
    );
    expect(whole).toMatchObject({ before: 12, after: 13 });
    expect(whole?.reasons).toMatchObject([
      { reason: 'late', change: 1, events: [{ type: 'youth-concern.case-opened.v1' }] },
    ]);
  });

  it('tells a void from a correction, and shows nothing once both are undone', async () => {
    const id = await sspCase('2017-03-03');
    await send('/2017/freeze', 'analyst', { kind: 'revision' });
    await send('/2017/3/approve', 'approver', {}, 4);
    const act = (what: string, revision: number, body: object) =>
      office.post(`/youth-concern/cases/${id}/${what}`, bearer('ssp'), body, revision);
    await act('void', 0, { reason: 'test' });
    const [voided] = (await changes(3)).cells.filter(({ measure }) => measure === handled);
    expect(voided).toMatchObject({
      before: 14,
      after: 13,
      reasons: [{ reason: 'void', change: -1 }],
    });
    await act('reinstate', 1, {});
    expect((await changes(3)).cells).toEqual([]);
    await act('correct', 2, { field: 'level', value: 4, reason: 'mistyped' });
    const cells = (await changes(3)).cells.filter(({ measure }) => measure === handled);
    expect(
      cells.map(({ by, code, reasons }) => [by, code, reasons.map((one) => one.reason)]),
    ).toEqual([
      ['level', '2', ['corrected']],
      ['level', '4', ['corrected']],
    ]);
  });

  it('lies between two statements as well as between one and now', async () => {
    const { cells } = await changes(2, 3);
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
    const path = `/statistics/${handled}/explanation?year=2017&by=district&code=noerrebro`;
    const { status, text } = await office.get(path, bearer('analyst'));
    expect(status).toBe(200);
    const told = JSON.parse(text) as { value: number; facts: number; events: { count: number }[] };
    const figure = await read<{ breakdown: { rows: { code: string; value: number }[] } }>(
      `/statistics/${handled}?year=2017&by=district`,
    );
    const row = figure.breakdown.rows.find(({ code }) => code === 'noerrebro');
    expect(told.value).toBe(row?.value);
    expect(told.events.reduce((sum, { count }) => sum + count, 0)).toBe(told.facts);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
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
    expect((await office.get(path, bearer('analyst'), { 'x-purpose': 'audit' })).status).toBe(403);
    expect((await office.get(path, bearer('auditor'))).status).toBe(400);
    const { value, events } = await read<{ value: number; events: { type: string }[] }>(
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
  const { years, breaks } = await read<{ years: { year: number; value: number }[]; breaks: [] }>(
    `/statistics/${handled}/series?from=2016&to=2018`,
  );
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
  const refused = await send('/2018/freeze', 'analyst', { kind: 'preliminary' });
  expect(refused.status).toBe(503);
  expect(rulesFor(refused)).toBe('read-model-behind');
});
