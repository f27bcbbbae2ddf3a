import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import type { Claims } from '@sikkerby/access';
import { createLogger, readConfiguration } from '@sikkerby/configuration';
import type { Receipt } from '@sikkerby/commands';
import { workFor } from '@sikkerby/oversight';
import { contexts, openSystem, type System } from '@sikkerby/system';
import { createApi } from '../../apps/api/create-api.js';
import { post, registeredPerson, send } from '../http/support/test-api.js';
import { testKeysFolder } from '../support/keys.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';
import { writing } from '../support/writing.js';

const worker: Claims = {
  user: 'demo-caseworker',
  role: 'ssp-caseworker',
  organisation: 'ssp',
};
const newCase = {
  subject: '',
  district: 'noerrebro',
  level: 2,
  track: 'ssp',
  concernTypes: ['worrying-behaviour'],
  ownerTeam: 'ssp-noerrebro',
  description: 'En opdigtet beskrivelse.',
  occurredOn: '2017-03-01',
};

let database: TestDatabase;
let system: System;
let app: Awaited<ReturnType<typeof createApi>>;
let api: { address: string; token: () => Promise<string> };

beforeAll(async () => {
  database = await readyDatabase();
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const environment = {
    DATABASE_URL: database.url,
    KEYS_DIR: testKeysFolder(),
    VAULT_KEY: randomBytes(32).toString('base64'),
    TOKEN_KEY: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
  system = await openSystem(readConfiguration(environment), 'test');
  await workFor(writing(system), worker.user, ['noerrebro'], { ...worker, user: 'admin' });
  app = await createApi({
    ...system,
    programmes: contexts,
    pool: system.appPool,
    logger: createLogger({ LOG_LEVEL: 'silent' }, { write: () => undefined }),
    requestsPerMinute: 1_000_000,
    cprLookUpsPerMinute: 1_000_000,
  });
  await app.listen(0, '127.0.0.1');
  api = { address: await app.getUrl(), token: () => system.demoIdentity().sign(worker) };
  newCase.subject = await registeredPerson(api, { name: 'Prøve Opdigtet-7' });
});

afterAll(async () => {
  await app.close();
  await system.close();
  await database.close();
});

function ifMatch(revision: number, key: string = randomUUID()) {
  return { 'if-match': `"${String(revision)}"`, 'idempotency-key': key };
}

async function opened(differently: object = {}): Promise<string> {
  const { status, body } = await post<Receipt>(api, '/youth-concern/cases', {
    ...newCase,
    ...differently,
  });
  expect([status, body]).toMatchObject([201, { revision: 0 }]);
  return `/youth-concern/cases/${body.id}`;
}

describe('a case through the API', () => {
  it('opens with the age of the day, and shows the name from the vault only', async () => {
    const { headers, body } = await send(api, 'GET', await opened());
    expect(headers.get('etag')).toBe('"0"');
    expect(body).toMatchObject({ status: 'open', ageAtOpening: 14, name: 'Prøve Opdigtet-7' });
    for await (const { events } of system.store.readAll()) {
      expect(JSON.stringify(events)).not.toMatch(/opdigtet|2002-05/i);
    }
  });

  it('is refused on the wrong track, by the rule', async () => {
    const answer = await post(api, '/youth-concern/cases', { ...newCase, track: 'ssp-plus' });
    expect(answer).toMatchObject({
      status: 409,
      body: { rule: 'somebody-under-18-is-on-the-ssp-track' },
    });
  });

  it('tells its journal in Danish and English, with the texts', async () => {
    const path = await opened();
    const note = { text: 'Et opdigtet notat.', occurredOn: '2017-03-02' };
    expect(await post(api, `${path}/add-note`, note, ifMatch(0))).toMatchObject({ status: 200 });
    const { body } = await send<object[]>(api, 'GET', `${path}/journal?language=en`);
    expect(body).toMatchObject([
      { sentence: expect.stringContaining('opened'), texts: [{ text: newCase.description }] },
      { sentence: 'A note was added.', occurredOn: '2017-03-02', texts: [{ text: note.text }] },
    ]);
    const danish = await send<object[]>(api, 'GET', `${path}/journal`);
    expect(danish.body[1]).toMatchObject({ sentence: 'Et notat blev tilføjet.' });
  });

  it('says what is allowed now', async () => {
    const { body } = await send<object[]>(api, 'GET', `${await opened()}/allowed-commands`);
    expect(body).toContainEqual({ command: 'close', allowed: true });
    expect(body).toContainEqual(
      expect.objectContaining({ command: 'add-action', because: 'actions-belong-to-a-plan' }),
    );
  });

  it('merges into another case of the same person; a retry is the same merge', async () => {
    const survivor = await opened();
    const { body } = await send<{ subject: string; id: string }>(api, 'GET', survivor);
    const duplicate = await opened({ subject: body.subject });
    const merge = { survivor: body.id, occurredOn: '2017-12-31' };
    const headers = ifMatch(0, randomUUID());
    const first = await post<Receipt>(api, `${duplicate}/merge-into`, merge, headers);
    expect(first.status).toBe(200);
    const closing = { reason: 'goals-met', occurredOn: '2017-12-31' };
    expect((await post(api, `${survivor}/close`, closing, ifMatch(0))).status).toBe(200);
    const again = await post<Receipt>(api, `${duplicate}/merge-into`, merge, headers);
    expect(again.body).toEqual(first.body);
  });

  it.each([
    [{ field: 'level', value: 3, reason: 'mistyped' }, 200],
    [{ field: 'concernTypes', value: ['group'], from: '2017-03-05', reason: 'mistyped' }, 200],
    [{ field: 'openedOn', value: '2017-02-30', reason: 'mistyped' }, 400],
    [{ field: 'level', value: 5, reason: 'mistyped' }, 400],
    [{ field: 'gender', value: 'female', from: '2017-03-05', reason: 'mistyped' }, 400],
    [{ field: 'subject', value: 'x', reason: 'mistyped' }, 400],
  ])('is corrected: %j', async (correction, status) => {
    const answer = await post(api, `${await opened()}/correct`, correction, ifMatch(0));
    expect(answer.status).toBe(status);
  });
});

describe('a concern report through the API', () => {
  async function received(): Promise<string> {
    const { body } = await post<Receipt>(api, '/youth-concern/concern-reports', {
      source: 'school',
      anonymous: false,
      concernTypes: ['worrying-behaviour'],
      description: 'En opdigtet bekymring.',
      reporter: 'Prøve Opdigtet-8',
      occurredOn: '2017-02-20',
    });
    return body.id;
  }

  it('opens a case, once, however often the request is sent', async () => {
    const id = await received();
    const path = `/youth-concern/concern-reports/${id}`;
    const headers = ifMatch(0, randomUUID());
    const first = await post<Receipt>(api, `${path}/open-case`, newCase, headers);
    expect([first.status, first.body]).toMatchObject([200, { revision: 0 }]);
    const again = await post<Receipt>(api, `${path}/open-case`, newCase, headers);
    expect(again.body).toEqual(first.body);
    expect((await send(api, 'GET', path)).body).toMatchObject({
      status: 'screened',
      outcome: 'open-case',
      caseId: first.body.id,
    });
    const journal = await send<object[]>(api, 'GET', `${path}/journal?language=en`);
    expect(journal.body[0]).toMatchObject({ texts: [{}, { text: 'Prøve Opdigtet-8' }] });
  });

  it.each([
    [{ track: 'ssp-plus' }, 409],
    [{ district: 'valby' }, 403],
  ])('is not screened when its case may not open: %j', async (differently, status) => {
    const path = `/youth-concern/concern-reports/${await received()}`;
    const body = { ...newCase, ...differently };
    expect((await post(api, `${path}/open-case`, body, ifMatch(0))).status).toBe(status);
    expect((await send(api, 'GET', path)).body).toMatchObject({ status: 'received' });
  });
});
