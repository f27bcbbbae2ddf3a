import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { takeInSeeds } from '@sikkerby/reference-routes';
import { jsonBody, jsonOf } from '../support/json.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';
import { sendRequest } from '../support/send-request.js';
import { writing } from '../support/writing.js';

interface Item {
  readonly code: string;
  readonly title: { readonly da: string; readonly en: string };
  readonly parent?: string;
  readonly validTo?: string;
  readonly successors: readonly string[];
  readonly revision: number;
}
interface Receipt {
  readonly revision: number;
  readonly position: string;
}

let office: Office;
let admin: string;

beforeAll(async () => {
  office = await openOffice();
  await takeInSeeds(writing(office.system));
  admin = await office.token('anna.admin', 'admin', []);
});
afterAll(() => office.close());

/** What there is of a kind on a day, once everything recorded can be seen. */
async function items(kind: string, on?: string): Promise<Item[]> {
  const { position } = await office.system.store.head();
  const query = on === undefined ? '' : `?on=${on}`;
  const headers = { 'x-min-position': position };
  const { status, text } = await office.get(`/reference/${kind}${query}`, admin, headers);
  expect(status).toBe(200);
  return jsonOf<{ items: Item[] }>(text).items;
}
const codes = async (kind: string, on?: string) => (await items(kind, on)).map(({ code }) => code);

async function sent(path: string, body: object, revision?: number, token = admin) {
  const answer = await sendRequest(office.address + path, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      'idempotency-key': randomUUID(),
      ...(revision === undefined ? {} : { 'if-match': `"${String(revision)}"` }),
    },
    body: JSON.stringify(body),
  });
  const told = await jsonBody<Partial<Receipt> & { rule?: string }>(answer);
  return { status: answer.status, ...told };
}

describe('the seeds', () => {
  it('are there once the API starts, as events of the system', async () => {
    expect(await codes('district', '2017-12-31')).toHaveLength(10);
    expect(await codes('survey-district', '2017-12-31')).toHaveLength(13);
    expect(await codes('partnership-area', '2018-12-31')).toHaveLength(5);
    const log = await office.log();
    const registered = log.filter(({ type }) => type === 'reference.item-registered.v1');
    expect(new Set(registered.map(({ actor }) => actor.role))).toEqual(new Set(['system']));
  });

  it('are taken in once', async () => {
    const before = await office.system.store.head();
    await takeInSeeds(writing(office.system));
    expect(await office.system.store.head()).toEqual(before);
  });

  it('leave alone what was made of them since', async () => {
    const renamed = { da: 'Lindehøj Skole', en: 'Lindehøj School', occurredOn: '2018-08-01' };
    expect((await sent('/reference/school/husum-skole/rename', renamed, 0)).status).toBe(200);
    await takeInSeeds(writing(office.system));
    const names = (on: string) => items('school', on).then(named('husum-skole'));
    expect(await names('2018-07-31')).toBe('Husum Skole');
    expect(await names('2018-08-01')).toBe('Lindehøj Skole');
  });
});

const named = (code: string) => (found: Item[]) =>
  found.find((item) => item.code === code)?.title.da;

describe('an item', () => {
  const school = {
    ...{ code: 'ny-skole', da: 'Ny Skole', en: 'New School', parent: 'valby' },
    occurredOn: '2020-08-01',
  };

  it('is registered, ends, and is listed on the days on which it is there', async () => {
    expect((await sent('/reference/school', school)).status).toBe(201);
    expect(await codes('school', '2020-07-31')).not.toContain('ny-skole');
    expect(await codes('school', '2020-08-01')).toContain('ny-skole');

    const end = { successors: ['husum-skole'], occurredOn: '2024-07-31' };
    expect((await sent('/reference/school/ny-skole/end', end, 0)).status).toBe(200);
    const last = (await items('school', '2024-07-31')).find(({ code }) => code === 'ny-skole');
    expect(last).toMatchObject({ validTo: '2024-07-31', successors: ['husum-skole'], revision: 1 });
    expect(await codes('school', '2024-08-01')).not.toContain('ny-skole');
  });

  it('is registered and ends a second time without an event', async () => {
    const before = await office.system.store.head();
    expect(await sent('/reference/school', school)).toMatchObject({ status: 201, revision: 1 });
    const end = { successors: ['husum-skole'], occurredOn: '2024-07-31' };
    const again = await sent('/reference/school/ny-skole/end', end, 1);
    expect(again).toMatchObject({ status: 200, revision: 1 });
    expect(await office.system.store.head()).toEqual(before);
  });

  it('is not changed by who has not seen it as it is, nor by who is no administrator', async () => {
    const end = { successors: [], occurredOn: '2025-01-01' };
    expect((await sent('/reference/school/ny-skole/end', end, 0)).status).toBe(412);
    const analyst = await office.token('ann.analyst', 'analyst', []);
    expect((await sent('/reference/school/ny-skole/end', end, 1, analyst)).status).toBe(403);
    expect((await sent('/reference/school', school, undefined, analyst)).status).toBe(403);
    expect((await office.get('/reference/school', analyst)).status).toBe(200);
  });

  it.each([
    ['a-successor-is-registered-first', 'school/dyvekeskolen/end', { successors: ['nowhere'] }],
    ['a-parent-is-registered-first', 'school', { ...school, code: 'x', parent: 'nowhere' }],
    ['a-code-is-never-used-for-something-else', 'school', { ...school, da: 'Anden Skole' }],
  ])('is refused by the rule %s', async (rule, path, body) => {
    const answer = await sent(`/reference/${path}`, { ...body, occurredOn: '2026-01-01' }, 0);
    expect(answer).toMatchObject({ status: 409, rule });
  });

  it('has a name in which no CPR number fits, and a kind and a code that exist', async () => {
    const odd = { ...school, code: 'y', da: 'Skole 310298' };
    expect((await sent('/reference/school', odd)).status).toBe(400);
    expect((await sent('/reference/nothing', school)).status).toBe(404);
    const end = { successors: [] };
    expect((await sent('/reference/school/no-such/end', end, 0)).status).toBe(404);
  });
});

describe('a figure on a map that does not cover its year', () => {
  it('is a problem that says so, and names the district', async () => {
    const worker = await office.token('ib.worker', 'ssp-caseworker', ['noerrebro']);
    const subject = await registered((path, body) => office.post<object>(path, worker, body));
    const opened = await office.post<Receipt>('/youth-concern/cases', worker, {
      ...{ subject, district: 'noerrebro', level: 2, track: 'ssp', ownerTeam: 'ssp-noerrebro' },
      ...{ concernTypes: ['group'], description: 'Opdigtet.', occurredOn: '2018-03-01' },
    });
    const analyst = await office.token('ann.analyst', 'analyst', []);
    const asked = (question: string) =>
      office.get(
        `/statistics/youth-concern.cases-opened?year=2018&by=district&${question}`,
        analyst,
        {
          'x-min-position': opened.position,
        },
      );
    const refused = await asked('map=survey');
    expect(refused.status).toBe(400);
    expect(JSON.parse(refused.text)).toMatchObject({
      type: 'urn:problem:invalid-request',
      errors: [{ pointer: 'map', detail: expect.stringMatching(/covers 2018: .* noerrebro$/) }],
    });
    const counted = await asked('map=operations');
    expect(JSON.parse(counted.text)).toMatchObject({
      breakdown: { map: { map: 'operations', on: '2018-12-31' }, rows: [{ code: 'noerrebro' }] },
    });
    expect((await asked('map=moon')).status).toBe(400);
    expect((await asked('mapOn=2018-01-01')).status).toBe(400);
  });
});
