import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { roles, type Role } from '@sikkerby/access';
import { jsonOf } from '../support/json.js';
import { startStandalone, type Standalone } from '../../apps/standalone/standalone.js';
import { settingsFor } from '../support/settings.js';
import { Random } from '../golden-year/random.js';
import { freshTokens } from '../support/fresh-tokens.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';
import { counts, effort } from '../support/effort.js';
import { routes } from './openapi.js';
import { RequestMaker } from './random-request.js';
import { patience } from '../support/patience.js';
import { sendRequest } from '../support/send-request.js';

jest.setTimeout(patience(300));

const count = counts.requests;
const atOnce = 16;
const often: Role[] = ['ssp-caseworker', 'ssp-caseworker', 'ssp-coordinator', 'dpo', 'admin'];

// Ten digits that could be a CPR number, and are not part of a position, a UUID or a digest.
const cprPattern = /(?<![\w-])\d{6}-?\d{4}(?![\w-])/;

let database: TestDatabase;
let house: Standalone;
let token: (role: Role) => Promise<string>;

beforeAll(async () => {
  database = await readyDatabase();
  house = await startStandalone({ ...settingsFor(database.url), LOG_LEVEL: 'silent' });
  token = freshTokens(house.token);
});

afterAll(async () => {
  await house.stop();
  await database.close();
});

it('whatever is sent, the answer is no 5xx, holds no CPR number, and errors are problems', async () => {
  const random = new Random(4);
  const ids: string[] = [];
  const maker = new RequestMaker(random, ids);
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  let left = count;

  async function sendOne(): Promise<void> {
    const route = random.pick(routes.map((each) => [each, each.method === 'POST' ? 2 : 1]));
    const { method, url, headers, body } = maker.request(route);
    const role = random.pick([...often, ...roles].map((each) => [each, 1]));
    const answer = await sendRequest(house.address + url, {
      method,
      headers: { ...headers, authorization: `Bearer ${await token(role)}` },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    const { status } = answer;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const type = answer.headers.get('content-type') ?? '';
    const problem = status >= 400 && !type.startsWith('application/problem+json');
    if (status >= 500 || problem || cprPattern.test(text)) {
      wrong.push(`${String(status)} ${method} ${route.path} ${body?.slice(0, 300) ?? url}`);
    }
    const id = status === 201 ? jsonOf<{ id?: string }>(text).id : undefined;
    if (id !== undefined && ids.length < 200) ids.push(id);
  }

  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) await sendOne();
    }),
  );

  expect(wrong.slice(0, 20)).toEqual([]);
  // The requests get far enough to mean something.
  const common = [200, 201, 400, 403, 404];
  const rare = effort === 'ordinary' ? [] : [409, 412];
  expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([...common, ...rare]));
});
