import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Receipt } from '@sikkerby/commands';
import type { SubjectExport } from '../../libs/people/subject-access/subject-export.answers.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';
import { sendRequest } from '../support/send-request.js';

const evil = '<script>alert("Opdigtet")</script> & søn';
const reporter = 'Prøve Opdigtet-reporter';

let office: Office;
let worker: string;
let coordinator: string;
let dpo: string;
let subject: string;
let linked: string;
let other: string;

beforeAll(async () => {
  office = await openOffice();
  worker = await office.token('probe.worker', 'ssp-caseworker', ['valby']);
  coordinator = await office.token('probe.coordinator', 'ssp-coordinator', ['valby']);
  dpo = await office.token('probe.dpo', 'dpo', []);
  subject = await person({ name: evil, cpr: '170502-4001' });
  linked = await person({ name: 'Prøve Opdigtet-igen' });
  other = await person({ name: 'Prøve Opdigtet-anden', cpr: '170502-4002' });
  for (const [whom, text] of [
    [subject, 'Opdigtet note om den første.'],
    [linked, 'Opdigtet note om den samme.'],
    [other, 'Opdigtet note om en anden.'],
  ] as const) {
    await story(whom, text);
  }
  await told('/people/youth-concern/links', { subject, otherSubject: linked }, coordinator);
  await told('/people/youth-concern/told-apart', { subject, otherSubject: other }, coordinator);
});
afterAll(() => office.close());

const told = <Body extends object>(path: string, body: object, token = worker, revision?: number) =>
  office.post<Body>(path, token, body, revision);

function person(of: { name: string; cpr?: string }): Promise<string> {
  return registered((path, body) => told(path, body), of);
}

/** A report, a case that is assigned and noted in, and something shared. */
async function story(whom: string, text: string): Promise<void> {
  await told('/youth-concern/concern-reports', {
    ...{ source: 'school', anonymous: false, concernTypes: ['group'], occurredOn: '2018-01-10' },
    ...{ subject: whom, district: 'valby', description: text, reporter },
  });
  const { id } = await told<Receipt>('/youth-concern/cases', {
    ...{ subject: whom, district: 'valby', level: 2, track: 'ssp', occurredOn: '2018-01-15' },
    ...{ concernTypes: ['group'], ownerTeam: 'ssp-valby', description: text },
  });
  const assign = { caseworker: 'probe.worker', team: 'ssp-valby', occurredOn: '2018-01-16' };
  await told(`/youth-concern/cases/${id}/assign`, assign, worker, 0);
  await told(`/youth-concern/cases/${id}/add-note`, { text, occurredOn: '2018-01-17' }, worker, 1);
  await told(`/people/youth-concern/persons/${whom}/give-consent`, {
    ...{ toOrganisations: ['ungdommens-hus'], purposes: ['support'], categories: ['concern'] },
    occurredOn: '2018-01-18',
  });
  await told(`/people/youth-concern/persons/${whom}/disclose`, {
    ...{ disclosureId: randomUUID(), toOrganisation: 'ungdommens-hus', purpose: 'support' },
    ...{ legalBasis: 'consent', categories: ['concern'], occurredOn: '2018-01-19' },
    necessity: text,
  });
}

const exportOf = (whom: string, token = dpo) =>
  told<SubjectExport>(`/people/youth-concern/persons/${whom}/export`, {}, token);

async function documentOf(whom: string, language: string): Promise<string> {
  const answer = await sendRequest(
    `${office.address}/people/youth-concern/persons/${whom}/export-document`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${dpo}`, 'content-type': 'application/json' },
      body: JSON.stringify({ language }),
    },
  );
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  return answer.text();
}

describe('what a programme keeps about a person', () => {
  it('is who they are, under every record that is linked', async () => {
    const { records, title } = await exportOf(subject);
    expect(title).toEqual({ da: 'SSP-sager', en: 'SSP cases' });
    expect(records).toMatchObject([
      { subject, particulars: [{ name: evil, cpr: '1705024001', birthDate: '2002-05-17' }] },
      { subject: linked, particulars: [{ name: 'Prøve Opdigtet-igen' }] },
    ]);
    expect((await exportOf(linked)).records.map((record) => record.subject)).toEqual([
      linked,
      subject,
    ]);
  });

  it('is every event in every unit, as a sentence in both languages, in order', async () => {
    const { events } = await exportOf(subject);
    const once = [
      'concern-report-received',
      'case-opened',
      'case-assigned',
      'note-added',
      'consent-given',
      'information-disclosed',
    ];
    expect(events.map(({ type }) => type)).toEqual(
      [...once, ...once, 'persons-linked'].map((name) => `youth-concern.${name}.v1`),
    );
    expect(events[1]?.sentence).toEqual({
      da: 'Sagen blev åbnet på niveau 2 i Valby: gruppe.',
      en: 'The case was opened at level 2 in Valby: group.',
    });
    expect(events.map(({ recordedAt }) => recordedAt)).toEqual(
      events.map(({ recordedAt }) => recordedAt).toSorted(),
    );
  });

  it('is the texts about them, but not who reported', async () => {
    const { texts } = await exportOf(subject);
    const first = 'Opdigtet note om den første.';
    const same = 'Opdigtet note om den samme.';
    expect(texts.filter(({ text }) => text === first)).toHaveLength(4);
    expect(texts.filter(({ text }) => text === same)).toHaveLength(4);
    const reporters = texts.filter(({ field }) => field === 'reporter');
    expect(reporters.map((text) => 'text' in text)).toEqual([false, false]);
    expect(texts).toHaveLength(10);
  });

  it('is with whom it was shared, and what they agreed to', async () => {
    const { disclosures, consents, declined } = await exportOf(subject);
    const one = {
      toOrganisation: 'ungdommens-hus',
      legalBasis: 'consent',
      categories: ['concern'],
    };
    expect(disclosures).toMatchObject([one, one]);
    const consent = { givenOn: '2018-01-18', withdrawn: false, purposes: ['support'] };
    expect(consents).toMatchObject([consent, consent]);
    expect(declined).toEqual([]);
  });

  it('is when and why they were looked at, and not by whom', async () => {
    const before = await exportOf(linked);
    const { lookUps } = await exportOf(linked);
    expect(lookUps.length).toBeGreaterThan(before.lookUps.length);
    expect(lookUps.at(-1)).toMatchObject({ verb: 'disclose', purpose: 'subject-access' });
    expect(lookUps.some(({ verb, purpose }) => verb === 'collect' && purpose === 'case-work')).toBe(
      true,
    );
  });

  it('holds nothing of another person, and names no employee', async () => {
    for (const text of [
      JSON.stringify(await exportOf(subject)),
      await documentOf(subject, 'da'),
      await documentOf(subject, 'en'),
    ]) {
      expect(text).toContain('Opdigtet note om den samme.');
      expect(text).not.toMatch(/note om en anden|Opdigtet-anden|4002|probe\.|Opdigtet-reporter/);
      expect(text).not.toContain(other);
    }
    const { records, events } = await exportOf(other);
    expect(records.map((record) => record.subject)).toEqual([other]);
    expect(events).toHaveLength(6);
    expect(JSON.stringify(events)).not.toMatch(/linked|told-apart/);
  });

  it('is without a protected address, even an earlier one', async () => {
    const whom = await person({ name: 'Prøve Opdigtet-skjult' });
    const particulars = { name: 'Prøve Opdigtet-skjult', birthDate: '2002-05-17', gender: 'male' };
    const change = `/people/youth-concern/persons/${whom}/change`;
    await told(change, { ...particulars, address: 'Opdigtet Vej 1' });
    expect(JSON.stringify(await exportOf(whom))).toContain('Opdigtet Vej 1');
    await told(change, { ...particulars, address: 'Opdigtet Vej 2', addressProtected: true });
    expect(JSON.stringify(await exportOf(whom))).not.toContain('Opdigtet Vej');
    expect(await documentOf(whom, 'da')).toContain('Beskyttet');
  });
});

describe('the document', () => {
  it('is one file in the language asked for, and executes nothing that was written', async () => {
    const [da, en] = [await documentOf(subject, 'da'), await documentOf(subject, 'en')];
    expect(da).toContain('<html lang="da">');
    expect(en).toContain('<html lang="en">');
    for (const text of [da, en]) {
      expect(text).toContain('&lt;script&gt;alert(&quot;Opdigtet&quot;)&lt;/script&gt; &amp; søn');
      expect(text).not.toMatch(/<script|src=|href=|@import/);
    }
    expect(da).toContain('Sagen blev tildelt en medarbejder i ssp-valby.');
    expect(en).toContain('The case was assigned to an employee in ssp-valby.');
    expect(da).toContain('samtykke');
  });
});

describe('an export', () => {
  it('is logged for its own purpose, once for each record, whatever the caller says', async () => {
    await exportOf(subject, coordinator);
    const { rows } = await office.owner.query<object>(
      `SELECT "user", verb, purpose, subject, route FROM read_log.look
       WHERE route LIKE '%/export' ORDER BY at DESC LIMIT 2`,
    );
    const row = {
      ...{ user: 'probe.coordinator', verb: 'disclose', purpose: 'subject-access' },
      route: '/people/:programme/persons/:id/export',
    };
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(
      expect.arrayContaining([
        { ...row, subject },
        { ...row, subject: linked },
      ]),
    );
  });

  it('is for the data protection officer and the coordinator, of somebody who is there', async () => {
    await expect(exportOf(subject, worker)).rejects.toThrow('not-your-unit');
    await expect(exportOf(randomUUID())).rejects.toThrow('not-found');
    const elsewhere = `/people/exit-programme/persons/${subject}/export`;
    await expect(told(elsewhere, {}, coordinator)).rejects.toThrow('not-found');
    await expect(told(elsewhere, {}, dpo)).rejects.toThrow('not-found');
  });
});
