import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import type { Receipt } from '@sikkerby/commands';
import { jsonOf } from '../support/json.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';

let office: Office;
const tokens = new Map<Role, string>();
let [first, second] = ['', ''];
beforeAll(async () => {
  office = await openOffice();
  for (const role of ['infohus-coordinator', 'police-liaison', 'auditor'] as const) {
    tokens.set(role, await office.token(`probe.${role}`, role, ['valby']));
  }
  const sends = (path: string, body: object) => office.post<object>(path, coordinator(), body);
  [first, second] = [
    await registered(sends, {}, 'infohus'),
    await registered(sends, {}, 'infohus'),
  ];
});
afterAll(() => office.close());

const coordinator = () => tokens.get('infohus-coordinator') ?? '';

async function received(subjects: readonly string[]): Promise<Receipt> {
  return office.post('/infohus/enquiries', coordinator(), {
    ...{ subjects, source: 'anonymous', concern: 'other-extremism', district: 'valby' },
    ...{ description: 'Opdigtet hemmelighed', occurredOn: '2018-01-10' },
  });
}
const act = (unit: Receipt, name: string, body: object) =>
  office.post<Receipt>(
    `/infohus/enquiries/${unit.id}/${name}`,
    coordinator(),
    { ...body, occurredOn: '2018-01-16' },
    unit.revision,
  );
const seen = (role: Role, path: string, position?: string) =>
  office.get(`/infohus/enquiries${path}`, tokens.get(role) ?? '', {
    ...(position === undefined ? {} : { 'x-min-position': position }),
  });

describe('an enquiry about several persons', () => {
  let unit: Receipt;
  beforeAll(async () => {
    unit = await received([first, second]);
  });

  it('is in the history of each of them, and each look names each', async () => {
    const looks = async () => {
      const { rows } = await office.owner.query<{ subject: string }>(
        'SELECT subject FROM read_log.look WHERE unit = $1',
        [unit.id],
      );
      return rows.map(({ subject }) => subject).sort();
    };
    const found = await seen('infohus-coordinator', `?subject=${second}`, unit.position);
    expect(found.text).toContain(unit.id);
    expect(await looks()).toEqual([first, second].sort());
    await seen('infohus-coordinator', `/${unit.id}`);
    expect(await looks()).toHaveLength(4);
  });

  it('names only who is registered', async () => {
    await expect(received([first, randomUUID()])).rejects.toThrow('a-person-is-registered-first');
  });

  it('is shown to the police without its text, and to auditors without a name as well', async () => {
    const texts = async (role: Role) => (await seen(role, `/${unit.id}/journal`)).text;
    expect(await texts('infohus-coordinator')).toContain('Opdigtet hemmelighed');
    expect(await texts('police-liaison')).not.toContain('Opdigtet hemmelighed');
    expect((await seen('police-liaison', `/${unit.id}`)).text).toContain('Prøve Opdigtet');
    const audited = await seen('auditor', `/${unit.id}`);
    expect([audited.status, audited.text.includes('Prøve')]).toEqual([200, false]);
    expect(await texts('auditor')).not.toContain('Opdigtet hemmelighed');
  });
});

describe('an enquiry that was handed over', () => {
  let unit: Receipt;
  beforeAll(async () => {
    unit = await received([first]);
    unit = await act(unit, 'clear', { clearance: 'can-be-handled' });
    unit = await act(unit, 'assess', { outcome: 'security-authority' });
    unit = await act(unit, 'hand-over', {});
  });

  it.each(['infohus-coordinator', 'police-liaison'] as const)(
    'is to the %s as one that never was',
    async (role) => {
      for (const path of ['', '/journal', '/allowed-commands']) {
        const missing = await seen(role, `/${randomUUID()}${path}`);
        const hidden = await seen(role, `/${unit.id}${path}`);
        expect([hidden.status, shape(hidden.text)]).toEqual([404, shape(missing.text)]);
      }
      const { text } = await seen(role, '?all=true&limit=100', unit.position);
      expect(text).not.toContain(unit.id);
    },
  );

  it('is not changed any more, and leads to no intervention', async () => {
    await expect(act(unit, 'close', { reason: 'passed-on' })).rejects.toThrow('not-found');
    const propose = office.post('/infohus/interventions', coordinator(), {
      ...{ enquiry: unit.id, subject: first, district: 'valby', kind: 'preventive' },
      ...{ party: 'police', occurredOn: '2018-01-17' },
    });
    await expect(propose).rejects.toThrow('an-intervention-follows-from-the-assessment');
  });

  it('is seen by auditors', async () => {
    const now = await seen('auditor', `/${unit.id}`);
    expect([now.status, JSON.parse(now.text)]).toMatchObject([200, { status: 'handed-over' }]);
    expect((await seen('auditor', '?all=true&limit=100')).text).toContain(unit.id);
  });
});

/** Without what differs from one answer to the next. */
function shape(text: string): object {
  return { ...jsonOf<object>(text), instance: '', correlationId: '' };
}
