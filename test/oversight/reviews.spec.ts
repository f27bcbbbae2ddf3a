import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Receipt } from '@sikkerby/commands';
import { jsonOf } from '../support/json.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';

const review = { outcome: 'in-order', note: 'Opdigtet: set efter.' };

let office: Office;
let caseworker: string;
let coordinator: string;
let dpo: string;

beforeAll(async () => {
  office = await openOffice();
  caseworker = await office.token('probe.worker', 'ssp-caseworker', ['valby']);
  coordinator = await office.token('probe.coordinator', 'ssp-coordinator', ['vanloese']);
  dpo = await office.token('probe.dpo', 'dpo', []);
  const admin = await office.token('probe.administrator', 'admin', []);
  const grant = { user: 'probe.newcomer', district: 'valby' };
  const granted = await office.post<Receipt>('/oversight/employees/grant-district', admin, grant);
  await waiting(dpo, granted.position);
});
afterAll(() => office.close());

interface Item {
  readonly id: string;
  readonly because: string;
  readonly user: string;
  readonly subject: string;
  readonly reason: string | null;
}

async function waiting(token: string, position = ''): Promise<Item[]> {
  const items: Item[] = [];
  let next: string | undefined = '';
  for (let pages = 0; next !== undefined && pages < 50; pages += 1) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`;
    const headers: Record<string, string> = position === '' ? {} : { 'x-min-position': position };
    const path = `/oversight/reviews?limit=10${cursor}`;
    const { status, text } = await office.get(path, token, headers);
    expect([status, text]).toEqual([200, text]);
    const page = jsonOf<{ items: Item[]; next?: string }>(text);
    items.push(...page.items);
    next = page.next;
  }
  return items;
}

async function reveals(token = caseworker): Promise<string> {
  const subject = await registered((path, body) => office.post(path, token, body));
  const path = `/people/youth-concern/persons/${subject}/reveal-address`;
  await office.post(path, token, { reason: 'home-visit' });
  return subject;
}

const signsOff = (id: string, token: string) =>
  office.post<Receipt>(`/oversight/reviews/${id}/sign-off`, token, review);

describe('a revealed address', () => {
  it('waits with its reason until another signs it off, once', async () => {
    const subject = await reveals();
    const found = (await waiting(coordinator)).find((item) => item.subject === subject);
    expect(found).toMatchObject({
      ...{ because: 'address-reveal', user: 'probe.worker', reason: 'home-visit' },
      ...{ programme: 'youth-concern', verb: 'reveal', purpose: 'case-work', overdue: false },
    });
    const { id = '' } = found ?? {};
    const signed = await signsOff(id, coordinator);
    expect((await signsOff(id, dpo)).revision).toBe(signed.revision);
    const left = await waiting(dpo, signed.position);
    expect(left.map((item) => item.subject)).not.toContain(subject);
  });

  it('is signed off by one of two at once', async () => {
    const subject = await reveals();
    const { id = '' } = (await waiting(dpo)).find((item) => item.subject === subject) ?? {};
    const outcomes = await Promise.allSettled([signsOff(id, coordinator), signsOff(id, dpo)]);
    const receipts = await Promise.all([signsOff(id, coordinator), signsOff(id, dpo)]);
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(receipts.map(({ revision }) => revision)).toEqual([0, 0]);
  });

  it('is not for whoever revealed it, nor for other roles', async () => {
    const subject = await reveals(coordinator);
    expect((await waiting(coordinator)).map((item) => item.subject)).not.toContain(subject);
    const { id = '' } = (await waiting(dpo)).find((item) => item.subject === subject) ?? {};
    await expect(signsOff(id, coordinator)).rejects.toThrow('nobody-reviews-their-own-look');
    await expect(signsOff(id, caseworker)).rejects.toThrow('not-your-role');
    expect((await office.get('/oversight/reviews', caseworker)).status).toBe(403);
  });

  it('is looked at in the list, which is on record too', async () => {
    const subject = await reveals();
    await waiting(dpo);
    const { rows } = await office.owner.query<object>(
      `SELECT DISTINCT purpose FROM read_log.look WHERE "user" = 'probe.dpo' AND subject = $1`,
      [subject],
    );
    expect(rows).toEqual([{ purpose: 'review' }]);
  });
});

/** Looks of another time, put where the log has them. */
async function looked(at: string, count: number, programme: string | null = 'youth-concern') {
  const { rows } = await office.owner.query<{ id: string }>(
    `INSERT INTO read_log.look (at, "user", role, organisation, verb, purpose, programme, policies,
      route, correlation_id)
    SELECT $1, 'probe.worker', 'ssp-caseworker', 'ssp', 'collect', 'case-work', $3, '{}',
      '/youth-concern/cases/:id', gen_random_uuid() FROM generate_series(1, $2) RETURNING id`,
    [at, count, programme],
  );
  return rows.map(({ id }) => id);
}

async function drawn(month: string): Promise<string[]> {
  const { rows } = await office.owner.query<{ look: string }>(
    'SELECT look FROM read_log.sampled_look WHERE month = $1 ORDER BY look',
    [month],
  );
  return rows.map(({ look }) => look);
}

describe('the sample of a month', () => {
  it('is 25 or 2 % of it, in Copenhagen’s months, and waits like the rest', async () => {
    const few = await looked('2019-01-31T22:59:59.999Z', 7);
    const some = await looked('2019-01-31T23:00:00Z', 40);
    await looked('2019-03-10T10:00:00Z', 1500);
    const [all] = await Promise.all([waiting(dpo), waiting(coordinator)]);
    expect(new Set(await drawn('2019-01'))).toEqual(new Set(few));
    const february = await drawn('2019-02');
    expect(february).toHaveLength(25);
    expect(some).toEqual(expect.arrayContaining(february));
    expect(await drawn('2019-03')).toHaveLength(30);
    const sampled = all.filter(({ because }) => because === 'sample');
    expect(sampled).toHaveLength(7 + 25 + 30);
    const [id = ''] = february;
    const { position } = await signsOff(id, coordinator);
    expect((await waiting(dpo, position)).map((item) => item.id)).not.toContain(id);
  });

  it('does not change when it is asked for again, nor holds what is not over', async () => {
    const before = await drawn('2019-02');
    await looked('2019-02-10T10:00:00Z', 30);
    const [now = ''] = await looked(new Date().toISOString(), 1);
    await waiting(dpo);
    expect(await drawn('2019-02')).toEqual(before);
    await expect(signsOff(now, dpo)).rejects.toThrow('not-found');
    await expect(signsOff(randomUUID(), dpo)).rejects.toThrow('not-found');
  });

  it('has looks at nobody, and at closed programmes, for the data protection officer only', async () => {
    const [nobody = ''] = await looked('2018-05-10T10:00:00Z', 1, null);
    const [closed = ''] = await looked('2018-05-10T10:00:00Z', 1, 'exit-programme');
    const ids = (items: Item[]) => items.map(({ id }) => id);
    expect(ids(await waiting(dpo))).toEqual(expect.arrayContaining([nobody, closed]));
    const shown = ids(await waiting(coordinator));
    expect(shown).not.toContain(nobody);
    expect(shown).not.toContain(closed);
    await expect(signsOff(closed, coordinator)).rejects.toThrow('not-found');
    await signsOff(closed, dpo);
  });
});
