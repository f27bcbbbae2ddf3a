import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Receipt } from '@sikkerby/commands';
import { day, given } from '@sikkerby/kernel';
import { jsonOf } from '../support/json.js';
import { employee, type Employee } from '../../libs/oversight/employee.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';

const reason = 'Opdigtet begrundelse: det kan ikke vente til i morgen.';
const review = { outcome: 'in-order', note: 'Opdigtet: set efter.' };

let office: Office;
let owner: string;
let caseworker: string;
let colleague: string;
let coordinator: string;
let admin: string;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.token('probe.owner', 'ssp-caseworker', ['valby']);
  caseworker = await office.token('probe.worker', 'ssp-caseworker', ['vanloese']);
  colleague = await office.token('probe.colleague', 'ssp-caseworker', ['vanloese']);
  coordinator = await office.token('probe.coordinator', 'ssp-coordinator', ['vanloese']);
  admin = await office.token('probe.administrator', 'admin', []);
});
afterAll(() => office.close());

async function newCase(): Promise<string> {
  const sends = (path: string, body: object) => office.post<object>(path, owner, body);
  const opened = await office.post<Receipt>('/youth-concern/cases', owner, {
    ...{ subject: await registered(sends), district: 'valby', level: 2, track: 'ssp' },
    ...{ concernTypes: ['group'], ownerTeam: 'ssp-valby', description: 'Opdigtet' },
    occurredOn: '2017-03-01',
  });
  return opened.id;
}

const breaks = (caseId: string, token = caseworker, why = reason) =>
  office.post<Receipt>('/oversight/break-glass', token, { caseId, reason: why });

interface Waiting {
  readonly items: { id: string; user: string; unit: string; reason: string; overdue: boolean }[];
}
async function waiting(position: string, token = coordinator): Promise<Waiting['items']> {
  const { text } = await office.get('/oversight/reviews', token, {
    'x-min-position': position,
  });
  return jsonOf<Waiting>(text).items;
}
const reviews = (glassId: string, token = coordinator, user = 'probe.worker') =>
  office.post<Receipt>(`/oversight/break-glass/${glassId}/review`, token, { ...review, user });

describe('break-glass', () => {
  it('opens one case to read, is reviewed by another, and blocks the next until then', async () => {
    const [id, other] = [await newCase(), await newCase()];
    const path = `/youth-concern/cases/${id}`;
    expect((await office.get(path, caseworker)).status).toBe(403);
    const { position } = await breaks(id);

    expect((await office.get(path, caseworker)).status).toBe(200);
    expect((await office.get(`${path}/journal`, caseworker)).text).toContain('Opdigtet');
    expect((await office.get(`/youth-concern/cases/${other}`, caseworker)).status).toBe(403);
    expect((await office.get(path, colleague)).status).toBe(403);
    const note = { text: 'Opdigtet', occurredOn: '2017-03-02' };
    await expect(office.post(`${path}/add-note`, caseworker, note, 0)).rejects.toThrow(
      'not-your-unit',
    );
    const { rows } = await office.owner.query<{ policies: string[] }>(
      `SELECT policies FROM read_log.look WHERE "user" = 'probe.worker' AND unit = $1`,
      [id],
    );
    expect(new Set(rows.flatMap(({ policies }) => policies))).toEqual(
      new Set(['broken-glass-shows-one-case-for-an-hour']),
    );

    await expect(breaks(other)).rejects.toThrow('an-unreviewed-break-glass-blocks-the-next');
    const [told] = await waiting(position);
    expect(told).toMatchObject({ user: 'probe.worker', unit: id, reason, overdue: false });
    const reviewed = await reviews(told?.id ?? '');
    expect((await reviews(told?.id ?? '')).revision).toBe(reviewed.revision);
    expect(await waiting(reviewed.position)).toEqual([]);
    await breaks(other);
    const [next] = await waiting((await breaks(id, colleague)).position);
    await reviews(next?.id ?? '', coordinator, next?.user);
  });

  it('is refused with too short a reason, for a case that is not there, and to other roles', async () => {
    const id = await newCase();
    await expect(breaks(id, colleague, 'Opdigtet')).rejects.toThrow('invalid-request');
    await expect(breaks(randomUUID(), colleague)).rejects.toThrow('not-found');
    await expect(breaks(id, coordinator)).rejects.toThrow('not-your-role');
    await expect(breaks(id, admin)).rejects.toThrow('not-your-role');
  });

  it('of many at once succeeds once', async () => {
    const id = await newCase();
    const hasty = await office.token('probe.hasty', 'ssp-caseworker', ['vanloese']);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => breaks(id, hasty)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the districts of an employee', () => {
  const path = '/oversight/employees';
  const inValby = { user: 'probe.newcomer', district: 'valby' };

  it('take effect with the next request, and end with it', async () => {
    const id = await newCase();
    const token = await office.token('probe.newcomer', 'ssp-caseworker', []);
    const status = async () => (await office.get(`/youth-concern/cases/${id}`, token)).status;
    expect(await status()).toBe(403);
    const granted = await office.post<Receipt>(`${path}/grant-district`, admin, inValby);
    expect(await status()).toBe(200);
    const again = await office.post<Receipt>(`${path}/grant-district`, admin, inValby);
    expect(again.revision).toBe(granted.revision);
    const found = await office.post(`${path}/look-up`, admin, { user: 'probe.newcomer' });
    expect(found).toEqual({ districts: ['valby'] });
    await office.post(`${path}/end-district`, admin, inValby);
    expect(await status()).toBe(403);
  });

  it('are given by administrators only, and never to themselves', async () => {
    await expect(office.post(`${path}/grant-district`, caseworker, inValby)).rejects.toThrow(
      'not-your-role',
    );
    const myself = { user: 'probe.administrator', district: 'valby' };
    await expect(office.post(`${path}/grant-district`, admin, myself)).rejects.toThrow(
      'nobody-grants-themselves-a-district',
    );
  });
});

describe('the rules', () => {
  const vault = { vault: 'v', digest: 'd' };
  const broken = {
    type: 'oversight.glass-broken.v1',
    occurredOn: day('2018-03-01'),
    data: {
      user: 'anna',
      glassId: 'g',
      unit: 'case',
      until: '2018-03-01T10:00:00Z',
      reason: vault,
    },
  };
  const command = (user: string, glassId = 'g') => ({
    ...{ type: 'review-glass', occurredOn: day('2018-03-02'), today: day('2018-03-02') },
    actor: { user, role: 'ssp-coordinator', organisation: 'ssp' },
    data: { user: 'anna', glassId, outcome: 'in-order', note: vault },
  });

  it.each([
    ['nobody-reviews-their-own-break-glass', command('anna')],
    ['a-glass-is-broken-before-it-is-reviewed', command('berit', 'other')],
  ])('%s', (rule, asked) => {
    expect(given<Employee>(employee, broken).when(asked).rejectedBy).toBe(rule);
  });
});
