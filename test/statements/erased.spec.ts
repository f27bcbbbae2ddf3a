import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rebuild } from '@sikkerby/projections';
import { jsonOf } from '../support/json.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';
import { registered } from '../support/persons.js';
import { settingsFor } from '../support/settings.js';
import { eraseEverybody, wholeHouse, type WholeHouse } from '../support/whole-house.js';

let database: TestDatabase;
let house: WholeHouse;
beforeAll(async () => {
  database = await readyDatabase();
  house = await wholeHouse({ ...settingsFor(database.url), LOG_LEVEL: 'warn' });
});
afterAll(async () => {
  await house.stop();
  await database.close();
});

async function sends(path: string, body: object): Promise<object> {
  const { status, text } = await house.post(path, 'ssp-coordinator', body);
  expect([path, status]).toEqual([path, 201]);
  return jsonOf<object>(text);
}

async function statement(): Promise<string> {
  const { position } = await house.system.store.head();
  const headers = { 'x-min-position': position };
  const path = '/statistics/statements/2017/1';
  const { status, text } = await house.get(path, 'analyst', headers);
  expect([status, text]).toEqual([200, expect.stringContaining('"isTheSame":true')]);
  return text;
}

it('R12: every person erased, a frozen statement is what it was to the byte, and so when made anew', async () => {
  for (const district of ['valby', 'noerrebro', 'valby']) {
    const subject = await registered(async (path, body) => {
      const { text } = await house.post(path, 'ssp-coordinator', body);
      return jsonOf<object>(text);
    });
    await sends('/youth-concern/cases', {
      ...{ subject, district, level: 2, track: 'ssp', concernTypes: ['group'] },
      ...{ ownerTeam: 'ssp-valby', description: 'Opdigtet', occurredOn: '2017-03-01' },
    });
  }
  const frozen = await house.post('/statistics/statements/2017/freeze', 'analyst', {
    kind: 'final',
  });
  expect(frozen.status).toBe(201);
  const before = await statement();
  expect(before).toMatch(/"measure":"youth-concern.persons","version":1,"value":3/);
  expect(await eraseEverybody(house)).toHaveLength(3);
  expect(await statement()).toBe(before);
  const { projections, store, projectorPool: pool } = house.system;
  await rebuild({ projections, store, pool });
  expect(await statement()).toBe(before);
});
