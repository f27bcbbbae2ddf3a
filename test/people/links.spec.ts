import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '@sikkerby/commands';
import { given, day } from '@sikkerby/kernel';
import { jsonOf } from '../support/json.js';
import { personPair, type PersonPair } from '../../libs/people/links/person-pair.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';

const pair = { subject: 'a', otherSubject: 'b' };
const rules = personPair('youth-concern');
const actor = { user: 'probe', role: 'ssp-coordinator', organisation: 'ssp' };
const said = (type: string, data: object = pair) => ({
  ...{ type, data, occurredOn: day('2018-03-01'), today: day('2018-03-01'), actor },
});
const happened = (what: string) => ({
  ...{ type: `youth-concern.persons-${what}.v1`, occurredOn: day('2018-02-01'), data: pair },
});

describe('two records', () => {
  const nothing = given<PersonPair>(rules);
  const linked = given<PersonPair>(rules, happened('linked'));
  const apart = given<PersonPair>(rules, happened('told-apart'));
  const unlinked = given<PersonPair>(rules, happened('linked'), happened('unlinked'));

  it.each([
    ['are linked', nothing, said('link-persons'), 'persons-linked'],
    ['are linked after all', apart, said('link-persons'), 'persons-linked'],
    ['are linked anew', unlinked, said('link-persons'), 'persons-linked'],
    ['are unlinked', linked, said('unlink-persons', {}), 'persons-unlinked'],
    ['are told apart', nothing, said('tell-persons-apart'), 'persons-told-apart'],
  ])('%s, whichever is named first', (_, before, command, event) => {
    const turned = { ...command, data: { subject: 'b', otherSubject: 'a' } };
    for (const asked of [command, turned]) {
      expect(before.when(asked).events).toEqual([
        { type: `youth-concern.${event}.v1`, occurredOn: command.occurredOn, data: pair },
      ]);
    }
  });

  it.each([
    [linked, said('link-persons')],
    [unlinked, said('unlink-persons', {})],
    [apart, said('tell-persons-apart')],
  ])('are so once', (before, command) => {
    expect(before.when(command)).toEqual({ events: [], rejectedBy: undefined });
  });

  it.each([
    [
      'a-person-is-not-linked-to-itself',
      nothing,
      said('link-persons', { ...pair, otherSubject: 'a' }),
    ],
    ['a-person-is-itself', nothing, said('tell-persons-apart', { ...pair, otherSubject: 'a' })],
    ['linked-persons-are-unlinked-first', linked, said('tell-persons-apart')],
    ['persons-are-linked-before-they-are-unlinked', apart, said('unlink-persons', {})],
    ['persons-are-linked-before-they-are-unlinked', nothing, said('unlink-persons', {})],
  ])('%s', (rule, before, command) => {
    expect(before.when(command).rejectedBy).toBe(rule);
  });
});

describe('the figures, when two records turn out to be one person', () => {
  let office: Office;
  let coordinator: string;
  let caseworker: string;

  beforeAll(async () => {
    office = await openOffice();
    coordinator = await office.token('probe.coordinator', 'ssp-coordinator', ['valby']);
    caseworker = await office.token('probe.worker', 'ssp-caseworker', ['valby']);
  });
  afterAll(() => office.close());

  async function figures(position: string, asOf?: string): Promise<unknown> {
    const at = asOf === undefined ? '' : `&asOf=${asOf}`;
    const values = [];
    for (const measure of ['persons', 'cases-handled', 'cases-opened']) {
      const path = `/statistics/youth-concern.${measure}?year=2017${at}`;
      const { text } = await office.get(path, coordinator, { 'x-min-position': position });
      values.push(jsonOf<{ value: number }>(text).value);
    }
    return values;
  }

  it('persons fall by one, cases stay; undone, all is as it was; earlier cuts stay as they are', async () => {
    const sends = (path: string, body: object) => office.post<object>(path, caseworker, body);
    const subjects = [];
    let opened: Receipt | undefined;
    for (let number = 0; number < 3; number += 1) {
      const subject = await registered(sends);
      subjects.push(subject);
      opened = await office.post<Receipt>('/youth-concern/cases', caseworker, {
        ...{ subject, district: 'valby', level: 2, track: 'ssp', occurredOn: '2017-03-01' },
        ...{ concernTypes: ['group'], ownerTeam: 'ssp-valby', description: 'Opdigtet' },
      });
    }
    const cut = opened?.position ?? '';
    expect(await figures(cut)).toEqual([3, 3, 3]);
    const [subject, , otherSubject] = subjects;
    const links = '/people/youth-concern/links';
    const body = { subject, otherSubject };
    const linked = await office.post<Receipt>(links, coordinator, body);
    expect(await figures(linked.position)).toEqual([2, 3, 3]);
    const undo = `${links}/${linked.id}/undo`;
    const undone = await office.post<Receipt>(undo, coordinator, {}, linked.revision);
    expect(await figures(undone.position)).toEqual([3, 3, 3]);
    const redo = `${links}/${linked.id}/redo`;
    const again = await office.post<Receipt>(redo, coordinator, body, undone.revision);
    expect(await figures(again.position)).toEqual([2, 3, 3]);
    expect(await figures(again.position, cut)).toEqual([3, 3, 3]);
  });

  it('only coordinators link, and only persons who are there', async () => {
    const sends = (path: string, body: object) => office.post<object>(path, caseworker, body);
    const body = { subject: await registered(sends), otherSubject: await registered(sends) };
    const links = '/people/youth-concern/links';
    await expect(office.post(links, caseworker, body)).rejects.toThrow('not-your-unit');
    const nobody = { ...body, subject: '00000000-0000-4000-8000-000000000000' };
    await expect(office.post(links, coordinator, nobody)).rejects.toThrow('not-found');
    const elsewhere = '/people/exit-programme/links';
    await expect(office.post(elsewhere, coordinator, body)).rejects.toThrow('not-found');
  });

  it('a pair is compared side by side; its CPR numbers are never shown', async () => {
    const sends = (path: string, body: object) => office.post<object>(path, caseworker, body);
    const [one, other] = ['170502-4001', '170502-4002'];
    const body = {
      subject: await registered(sends, { cpr: one, birthDate: '2002-05-17' }),
      otherSubject: await registered(sends, { cpr: other, birthDate: '2002-05-17' }),
    };
    const compared = await office.post('/people/youth-concern/compare', coordinator, body);
    expect(compared).toMatchObject({ agree: ['birthDate', 'gender'], differ: ['name', 'cpr'] });
    expect(JSON.stringify(compared)).not.toMatch(/170502|400[12]/);
  });
});
