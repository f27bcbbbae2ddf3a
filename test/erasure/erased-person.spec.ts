import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Receipt } from '@sikkerby/commands';
import { jsonOf } from '../support/json.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';
import { until } from '../support/until.js';

let office: Office;
let caseworker: string;
let coordinator: string;
let dpo: string;
let otherDpo: string;
let subject: string;

const erasure = '/erasure/youth-concern';
const ground = { ground: 'period-is-over' };
const noRule = 'a-programme-has-a-retention-rule-before-anybody-is-erased';
const rule = {
  ...{ years: 5, anchor: 'youth-concern.case-closed.v1' },
  authority: 'koebenhavns-stadsarkiv',
};
const opening = {
  ...{ district: 'valby', level: 2, track: 'ssp', concernTypes: ['group'] },
  ...{ ownerTeam: 'ssp-valby', description: 'Opdigtet beskrivelse', occurredOn: '2017-03-01' },
};

const sends = (path: string, body: object) => office.post<object>(path, caseworker, body);
const tells = (act: string, token: string, body: object = {}, whom = subject) =>
  office.post<Receipt>(`${erasure}/persons/${whom}/${act}`, token, body);
const openCase = (whom: string, reports: string[] = []) =>
  office.post<Receipt>('/youth-concern/cases', caseworker, { ...opening, subject: whom, reports });
async function asked<Body>(path: string, token: string, position?: string): Promise<Body> {
  const headers = position === undefined ? {} : { 'x-min-position': position };
  return jsonOf<Body>((await office.get(path, token, headers)).text);
}

beforeAll(async () => {
  office = await openOffice();
  caseworker = await office.token('probe.worker', 'ssp-caseworker', ['valby']);
  coordinator = await office.token('probe.coordinator', 'ssp-coordinator', ['valby']);
  dpo = await office.token('probe.dpo', 'dpo', []);
  otherDpo = await office.token('probe.other-dpo', 'dpo', []);
});
afterAll(() => office.close());
beforeEach(async () => {
  subject = await registered(sends);
});

async function untilFinal(whom: string): Promise<void> {
  await until('the person is erased', async () => {
    const { status } = await asked<{ status: string }>(`${erasure}/persons/${whom}`, dpo);
    return status === 'finalised' || status;
  });
}
async function erase(whom = subject): Promise<void> {
  await tells('request', coordinator, ground, whom);
  await tells('approve', dpo, {}, whom);
  await untilFinal(whom);
}
async function rowsAbout(...owners: string[]): Promise<number> {
  const { rows } = await office.owner.query<{ count: number }>(
    `SELECT ((SELECT count(*) FROM vault.texts WHERE subject = ANY ($1))
      + (SELECT count(*) FROM vault.data_keys WHERE subject = ANY ($1))
      + (SELECT count(*) FROM people.subjects WHERE subject::text = ANY ($1))
      + (SELECT count(*) FROM people.look_ups WHERE subject::text = ANY ($1)))::int AS count`,
    [owners],
  );
  return rows[0]?.count ?? -1;
}

describe('before the archive authority has decided', () => {
  it('nobody is erased, and nobody is proposed', async () => {
    await expect(tells('request', coordinator, ground)).rejects.toThrow(noRule);
    expect(await asked('/erasure/proposals', dpo, await head())).toEqual({ items: [] });
    await office.post(`${erasure}/retention-rule`, dpo, rule);
    expect(await asked('/erasure/retention-rules', dpo)).toEqual({
      items: [{ programme: 'youth-concern', ...rule }],
    });
  });
});

describe('an erasure', () => {
  it('takes texts, key and record, and the views show nobody; a second time nothing', async () => {
    const { id, position } = await openCase(subject);
    expect((await asked<{ name?: string }>(`/youth-concern/cases/${id}`, caseworker)).name).toMatch(
      'Opdigtet',
    );
    expect(await rowsAbout(subject)).toBeGreaterThan(3);
    const versions = async () => {
      const { rows } = await office.owner.query<{ version: number }>(
        `SELECT version FROM vault.key_versions WHERE programme = 'youth-concern'`,
      );
      return rows[0]?.version ?? 0;
    };
    const before = await versions();
    await erase();
    expect(await rowsAbout(subject)).toBe(0);
    expect(await versions()).toBe(before + 1);
    const list = await office.get('/youth-concern/cases', caseworker, {
      'x-min-position': position,
    });
    expect(JSON.parse(list.text)).toMatchObject({ items: [{ caseId: id, name: null }] });
    const journal = await office.get(`/youth-concern/cases/${id}/journal`, caseworker);
    expect(journal.text).not.toContain('Opdigtet beskrivelse');
    expect((await office.get(`/people/youth-concern/persons/${subject}`, caseworker)).status).toBe(
      404,
    );
    const again = await tells('request', coordinator, ground);
    expect((await tells('approve', dpo)).revision).toBe(again.revision);
  });

  it('goes to the report, too, whose texts came before anybody knew whom it was about', async () => {
    const report = await office.post<Receipt>('/youth-concern/concern-reports', caseworker, {
      ...{ source: 'school', anonymous: false, concernTypes: ['group'], district: 'valby' },
      ...{ description: 'Opdigtet bekymring', occurredOn: '2017-02-01' },
    });
    const other = await registered(sends);
    await openCase(subject, [report.id, other, randomUUID()]);
    await erase();
    expect(await rowsAbout(subject, report.id)).toBe(0);
    expect(await rowsAbout(other)).toBeGreaterThan(0);
    const journal = await office.get(
      `/youth-concern/concern-reports/${report.id}/journal`,
      caseworker,
    );
    expect([journal.status, journal.text.includes('Opdigtet bekymring')]).toEqual([200, false]);
  });

  it('leaves nobody who could write about them; the case itself can still be closed', async () => {
    const { id } = await openCase(subject);
    await erase();
    const note = { text: 'Opdigtet', occurredOn: '2017-03-02' };
    const path = `/youth-concern/cases/${id}`;
    await expect(office.post(`${path}/add-note`, caseworker, note, 0)).rejects.toThrow(
      'nothing-is-written-about-who-was-erased',
    );
    await expect(openCase(subject)).rejects.toThrow('a-person-is-registered-first');
    await office.post(`${path}/change-level`, caseworker, { level: 1 }, 0);
  });

  it('is approved by another, by the data protection officer, and not under a legal hold', async () => {
    await expect(tells('request', caseworker, ground)).rejects.toThrow('not-your-role');
    await expect(tells('approve', dpo)).rejects.toThrow('an-erasure-is-asked-for-first');
    await tells('request', dpo, ground);
    const { items } = await asked<{ items: object[] }>('/erasure/requests', dpo, await head());
    expect(items).toContainEqual({
      ...{ programme: 'youth-concern', subject, status: 'requested', requestedBy: 'probe.dpo' },
      holds: [],
    });
    await expect(tells('approve', dpo)).rejects.toThrow(
      'nobody-approves-an-erasure-they-asked-for',
    );
    await expect(tells('approve', coordinator)).rejects.toThrow('not-your-role');
    await tells('place-legal-hold', dpo, { ground: 'court-case' });
    await expect(tells('approve', otherDpo)).rejects.toThrow('nobody-is-erased-under-a-legal-hold');
    await tells('lift-legal-hold', dpo, { ground: 'court-case', reason: 'ground-is-gone' });
    await tells('approve', otherDpo);
    await untilFinal(subject);
  });

  it('is asked for once, however many ask at once', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => tells('request', coordinator, ground)),
    );
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    const { rows } = await office.owner.query(
      `SELECT FROM event_store.log WHERE type = 'erasure.erasure-requested.v1'
        AND data::text LIKE '%' || $1 || '%'`,
      [subject],
    );
    expect(rows).toHaveLength(1);
  });

  it('of nobody is not asked for, nor in a programme that is not theirs to erase from', async () => {
    await expect(tells('request', coordinator, ground, randomUUID())).rejects.toThrow('not-found');
    const elsewhere = `/erasure/exit-programme/persons/${subject}/request`;
    await expect(office.post(elsewhere, coordinator, ground)).rejects.toThrow('not-found');
  });
});

const head = async () =>
  (
    await office.owner.query<{ position: string }>(
      `SELECT lpad(position::text, 12, '0') AS position FROM event_store.head`,
    )
  ).rows[0]?.position ?? '';

describe('proposals', () => {
  it('are those whose period is over and with whom nothing happened since', async () => {
    const proposed = async () => {
      const found = await asked<{ items: { subject: string }[] }>(
        '/erasure/proposals',
        dpo,
        await head(),
      );
      return found.items;
    };
    const reason = { reason: 'goals-met' };
    const { id } = await openCase(subject);
    const close = (occurredOn: string, revision: number, caseId = id) =>
      office.post<Receipt>(
        `/youth-concern/cases/${caseId}/close`,
        caseworker,
        { ...reason, occurredOn },
        revision,
      );
    expect(await proposed()).not.toContainEqual(expect.objectContaining({ subject }));
    await close('2018-03-01', 0);
    const expected = {
      ...{ programme: 'youth-concern', subject, anchoredOn: '2018-03-01', lastOn: '2018-03-01' },
      ...{ units: [id], holds: [] },
    };
    expect(await proposed()).toContainEqual(expected);
    await tells('place-legal-hold', dpo, { ground: 'complaint' });
    expect(await proposed()).toContainEqual({ ...expected, holds: ['complaint'] });
    await tells('lift-legal-hold', dpo, { ground: 'complaint', reason: 'placed-in-error' });
    const recent = await openCase(subject);
    const today = new Date().toISOString().slice(0, 10);
    await close(today, 0, recent.id);
    expect(await proposed()).not.toContainEqual(expect.objectContaining({ subject }));
    expect(await rowsAbout(subject)).toBeGreaterThan(3);
  });
});
