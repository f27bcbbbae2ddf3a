import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Receipt } from '@sikkerby/commands';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';
import { until } from '../support/until.js';

const erasure = '/erasure/infohus';
const rule = {
  ...{ years: 5, anchor: 'infohus.enquiry-closed.v1', authority: 'koebenhavns-stadsarkiv' },
};
const received = {
  ...{ subjects: [], source: 'school', concern: 'other-extremism', district: 'valby' },
  ...{ description: 'Opdigtet henvendelse', occurredOn: '2018-03-01' },
};

let office: Office;
let member: string;
let dpo: string;
let other: string;

beforeAll(async () => {
  office = await openOffice();
  member = await office.token('probe.member', 'infohus-coordinator', []);
  dpo = await office.token('probe.dpo', 'dpo', []);
  other = await office.token('probe.other-dpo', 'dpo', []);
});
afterAll(() => office.close());

async function textsOf(enquiry: string): Promise<number> {
  const { rowCount } = await office.owner.query('SELECT FROM vault.texts WHERE subject = $1', [
    enquiry,
  ]);
  return rowCount ?? -1;
}

it('loses its texts with the person whom it turned out to be about, and no other enquiry does', async () => {
  const subject = await registered((to, body) => office.post(to, member, body), {}, 'infohus');
  const [about, another] = [
    await office.post<Receipt>('/infohus/enquiries', member, received),
    await office.post<Receipt>('/infohus/enquiries', member, received),
  ];
  const added = { subject, district: 'valby', occurredOn: '2018-03-02' };
  await office.post(`/infohus/enquiries/${about.id}/add-person`, member, added, 0);
  expect([await textsOf(about.id), await textsOf(another.id)]).toEqual([1, 1]);

  await office.post(`${erasure}/retention-rule`, dpo, rule);
  const person = `${erasure}/persons/${subject}`;
  await office.post(`${person}/request`, other, { ground: 'period-is-over' });
  await office.post(`${person}/approve`, dpo, {});
  await until('the person is erased', async () =>
    (await office.get(person, dpo)).text.includes('finalised'),
  );
  expect([await textsOf(about.id), await textsOf(another.id)]).toEqual([0, 1]);
  const journal = await office.get(`/infohus/enquiries/${about.id}/journal`, member);
  expect([journal.status, journal.text.includes('Opdigtet henvendelse')]).toEqual([200, false]);
});
