import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { roles, type Role } from '@sikkerby/access';
import type { Receipt } from '@sikkerby/decisions';
import { contexts } from '@sikkerby/system';
import { personRoles } from '../../libs/people/person-roles.js';
import { openApiOf } from '../../apps/api/docs.js';
import { registeredPerson, send, testApi, type TestApi } from './support/test-api.js';

const ssp: Role[] = ['ssp-caseworker', 'ssp-coordinator'];
const everybody = 'everybody';

/** Which roles may use which routes; `*` stands for any command. A route without a row fails. */
const table: [RegExp, readonly Role[] | typeof everybody][] = [
  [/^GET \/health\/(live|ready)$/, everybody],
  [/^POST \/youth-concern\/cases$/, ssp],
  [/^POST \/youth-concern\/cases\/\{id\}\/[a-z-]+$/, ssp],
  [/^POST \/youth-concern\/concern-reports$/, ssp],
  [/^POST \/youth-concern\/concern-reports\/\{id\}\/[a-z-]+$/, ssp],
  [/^GET \/youth-concern\/(cases|due-actions|agenda|transfers)$/, ssp],
  [
    /^GET \/youth-concern\/cases\/\{id\}(\/(journal|allowed-commands))?$/,
    [...ssp, 'police-liaison'],
  ],
  [/^GET \/youth-concern\/concern-reports\/\{id\}(\/(journal|allowed-commands))?$/, ssp],
  [/^(GET|POST) \/people\/\{programme\}\/[a-z-]+$/, personRoles],
  [/^(GET|POST) \/people\/\{programme\}\/(persons|links)\/\{id\}(\/[a-z-]+)?$/, personRoles],
  [/^GET \/statistics\/(measures|\{measure\})$/, ['analyst', 'auditor', 'ssp-coordinator']],
  [/^POST \/oversight\/employees\/(grant|end)-district$/, ['admin']],
  [/^POST \/oversight\/employees\/look-up$/, ['admin', 'dpo']],
  [/^POST \/oversight\/break-glass$/, ['ssp-caseworker']],
  [/^GET \/oversight\/break-glass$/, ['ssp-coordinator', 'dpo']],
  [/^POST \/oversight\/break-glass\/\{id\}\/review$/, ['ssp-coordinator', 'dpo']],
  [
    /^(GET|POST) \/erasure\/\{programme\}\/persons\/\{id\}(\/(request|withdraw))?$/,
    ['ssp-coordinator', 'infohus-coordinator', 'dpo'],
  ],
  [/^POST \/erasure\/\{programme\}\/persons\/\{id\}\/(approve|(place|lift)-legal-hold)$/, ['dpo']],
  [/^POST \/erasure\/\{programme\}\/retention-rule$/, ['dpo']],
  [/^GET \/erasure\/(retention-rules|proposals|requests)$/, ['dpo']],
  [/^GET \/audit\/streams\/\{id\}$/, ['auditor']],
];

let api: TestApi;
let routes: string[];

beforeAll(async () => {
  api = await testApi({ programmes: contexts });
  routes = Object.entries(openApiOf(api.app).paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
});

afterAll(() => api.close());

function mayUse(route: string): readonly Role[] | typeof everybody | undefined {
  return table.find(([pattern]) => pattern.test(route))?.[1];
}

async function call(route: string, headers: Record<string, string | undefined>) {
  const [method = '', path = ''] = route.split(' ');
  if (method !== 'GET' && method !== 'POST') throw new Error(`no route is called by ${method}`);
  const body = method === 'POST' ? {} : undefined;
  return send(api, method, path.replaceAll(/\{\w+\}/g, randomUUID()), headers, body);
}

describe('who may use a route', () => {
  it('is said for each', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter((route) => mayUse(route) === undefined)).toEqual([]);
  });

  it('is nobody without a token', async () => {
    const open = [];
    for (const route of routes) {
      const { status } = await call(route, { authorization: undefined });
      if (status !== 401) open.push(route);
    }
    expect(open).toEqual(['GET /health/live', 'GET /health/ready']);
  });

  it.each(roles)('holds for the role %s', async (role) => {
    const authorization = `Bearer ${await api.token({ role })}`;
    const wrong = [];
    for (const route of routes) {
      const may = mayUse(route);
      const { status, body } = await call(route, { authorization });
      const refused = status === 403 && body.type === 'urn:problem:not-your-role';
      if (refused === (may === everybody || may?.includes(role))) wrong.push(`${route} ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is open for the docs', async () => {
    for (const path of ['/docs', '/openapi.json']) {
      const { status } = await send(api, 'GET', path, { authorization: undefined });
      expect(status).toBe(200);
    }
  });
});

describe('a case of another district', () => {
  let id: string;
  let foreign: string;
  let openCase: object;

  beforeAll(async () => {
    openCase = { ...newCase, subject: await registeredPerson(api) };
    const { body } = await send<Receipt>(api, 'POST', '/youth-concern/cases', {}, openCase);
    id = body.id;
    foreign = await api.token({ user: 'probe.foreign', districts: ['vanloese'] });
  });

  const newCase = {
    ...{ district: 'valby', level: 2, track: 'ssp', concernTypes: ['worrying-behaviour'] },
    ...{ ownerTeam: 'ssp-valby', description: 'Opdigtet', occurredOn: '2017-03-01' },
  };

  it.each(['', '/journal', '/allowed-commands'])('is not read: %s', async (path) => {
    const authorization = `Bearer ${foreign}`;
    const url = `/youth-concern/cases/${id}${path}`;
    expect((await send(api, 'GET', url)).status).toBe(200);
    const answer = await send(api, 'GET', url, { authorization });
    expect(answer).toMatchObject({ status: 403, body: { type: 'urn:problem:not-your-unit' } });
  });

  it('is not changed, and not opened', async () => {
    const authorization = `Bearer ${foreign}`;
    const before = await api.parts.store.head();
    const url = `/youth-concern/cases/${id}/change-level`;
    const stranger = { authorization, 'if-match': '"0"' };
    expect((await send(api, 'POST', url, stranger, { level: 3 })).status).toBe(403);
    const opened = await send(api, 'POST', '/youth-concern/cases', { authorization }, openCase);
    expect(opened.status).toBe(403);
    expect(await api.parts.store.head()).toEqual(before);
    const own = await send(api, 'POST', url, { 'if-match': '"0"' }, { level: 3 });
    expect(own.status).toBe(200);
  });

  it('is changed by whom it is assigned to', async () => {
    const assign = { caseworker: 'probe.foreign', team: 'ssp-valby' };
    const url = `/youth-concern/cases/${id}`;
    await send(api, 'POST', `${url}/assign`, { 'if-match': '"1"' }, assign);
    const headers = { authorization: `Bearer ${foreign}`, 'if-match': '"2"' };
    const answer = await send(api, 'POST', `${url}/change-level`, headers, { level: 2 });
    expect(answer).toMatchObject({ status: 200, body: { revision: 3 } });
  });
});
