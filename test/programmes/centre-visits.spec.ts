import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Receipt } from '@sikkerby/commands';
import { dayInCopenhagen } from '@sikkerby/kernel';
import { jsonOf } from '../support/json.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';

let office: Office;
let [worker, elsewhere] = ['', ''];
let [subject, other] = ['', ''];
beforeAll(async () => {
  office = await openOffice();
  worker = await office.token('probe.valby', 'centre-worker', ['valby']);
  elsewhere = await office.token('probe.amager', 'centre-worker', ['amager-vest']);
  const sends = (path: string, body: object) => office.post<object>(path, worker, body);
  subject = await registered(sends, {}, 'centre-18-plus');
  other = await registered(sends, {}, 'centre-18-plus');
});
afterAll(() => office.close());

const visited = (occurredOn: string, token = worker, who = subject): Promise<Receipt> =>
  office.post('/centre-18-plus/registers', token, {
    ...{ subject: who, centre: 'centre-valby', resident: true, occurredOn },
  });

it('a register goes on with each visit of its year, and another year has its own', async () => {
  const visits = [await visited('2017-02-01'), await visited('2017-01-15')];
  expect(visits.map(({ revision }) => revision)).toEqual([0, 1]);
  expect(new Set(visits.map(({ id }) => id)).size).toBe(1);
  expect(await visited('2017-02-01')).toMatchObject({ revision: 1 });
  const nextYear = await visited('2018-01-01');
  expect(nextYear.revision).toBe(0);
  expect(nextYear.id).not.toBe(visits[0]?.id);
});

it('two who write to one register at once both get through', async () => {
  const days = ['2016-03-01', '2016-03-02', '2016-03-03'];
  const receipts = await Promise.all(days.map((on) => visited(on)));
  expect(receipts.map(({ revision }) => revision).sort()).toEqual([0, 1, 2]);
});

it('a closed centre has no visit, nor has another district’s worker a say', async () => {
  await expect(visited('2019-07-10')).rejects.toThrow('nobody-visits-a-closed-centre');
  await expect(visited('2017-03-01', elsewhere)).rejects.toThrow('not-your-unit');
});

it('today’s visits are a list, for the centre’s own district', async () => {
  const today = await visited(dayInCopenhagen(new Date()), worker, other);
  const list = async (token: string) => {
    const answer = await office.get('/centre-18-plus/registers/today', token, {
      'x-min-position': today.position,
    });
    const { items } = jsonOf<{ items: { unitId: string }[] }>(answer.text);
    return items.map(({ unitId }) => unitId);
  };
  expect(await list(worker)).toEqual([today.id]);
  expect(await list(elsewhere)).toEqual([]);
  const wrong = { visitedOn: dayInCopenhagen(new Date()), reason: 'wrong-person' };
  await office.post(`/centre-18-plus/registers/${today.id}/void-visit`, worker, wrong, 0);
  const { text } = await office.get(`/centre-18-plus/registers/${today.id}`, worker);
  const { position } = jsonOf<Receipt>(text);
  const after = await office.get('/centre-18-plus/registers/today', worker, {
    'x-min-position': position,
  });
  expect(JSON.parse(after.text)).toMatchObject({ items: [] });
});

it('nobody unknown visits a centre', async () => {
  await expect(visited('2017-02-01', worker, randomUUID())).rejects.toThrow('registered-first');
});
