import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { workListCsv } from '../../libs/case-kit/work-list/work-list-csv.js';
import { openOffice, type Office } from '../read-log/office.js';

let office: Office;
let token: string;
beforeAll(async () => {
  office = await openOffice();
  token = await office.token('probe.lifts', 'safety-lift-manager', []);
});
afterAll(() => office.close());

it('a list is exported whole, and says what was asked for', async () => {
  let position = '';
  for (let number = 1; number <= 103; number += 1) {
    const place = `plads-${String(number)}`;
    const body = { kind: 'lift', place, district: 'valby', occurredOn: '2017-03-01' };
    ({ position } = await office.post<{ position: string }>('/safety-lift/lifts', token, body));
  }
  const headers = { accept: 'text/csv', 'x-min-position': position };
  const { status, text } = await office.get('/safety-lift/lifts?district=valby', token, headers);
  const lines = text.trim().split('\r\n');
  expect([status, lines.length]).toEqual([200, 105]);
  expect(lines[0]).toBe('filters;all=false;district=valby;sort=dueOn');
  expect(lines[1]).toContain('unitId;name;status;district');
  expect(lines[2]).toMatch(/;proposed;valby;;2017-03-01;;false;kind=lift place=plads-\d+$/);
});

it('holds nothing that a spreadsheet would take for a formula', () => {
  const item = {
    ...{ unitId: 'a', status: 'open', district: null, assignedTo: '@SUM(A1)' },
    ...{ beganOn: '2017-03-01', dueOn: null, overdue: false, codes: {} },
  };
  const names = ['=1+1', '+1', '-1', '\t=1', '\r=1'];
  const csv = workListCsv(
    names.map((name) => ({ ...item, name })),
    { district: '=2' },
  );
  expect(csv).not.toMatch(/(^|;|\n)"?[=+@\t-]/);
  expect(csv).toContain(`'=1+1`);
});

it.each(['status=%00', 'status=Open', 'cursor=AAo', 'cursor=YQ'])(
  'is asked for in its own words: not %s',
  async (asked) => {
    expect((await office.get(`/safety-lift/lifts?${asked}`, token)).status).toBe(400);
  },
);
