import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { roles, type Role } from '@sikkerby/access';
import { programmes } from '@sikkerby/programmes';
import { takeInSeeds } from '@sikkerby/reference-routes';
import { jsonOf } from '../support/json.js';
import { openApiOf } from '../../apps/api/docs.js';
import { openOffice, type Office } from '../read-log/office.js';
import { inTurn } from '../support/in-turn.js';
import { linesWithoutRoute, programmesText } from './matrix/programme-lines.js';
import { requestFor } from './matrix/requests.js';
import { isAnswer, Matrix, matrixText, situations, type Situation } from './matrix/table.js';
import { World } from './matrix/world.js';
import { patience } from '../support/patience.js';
import { sendRequest } from '../support/send-request.js';
import { writing } from '../support/writing.js';

jest.setTimeout(patience(120));

const atOnce = 8;
const matrix = Matrix.of(matrixText, programmesText);
const rolesOfThisRun = inTurn(roles, 5);
/** A revision that no unit has: a command that is let in then changes nothing. */
const nobodysRevision = '"999999999"';

let office: Office;
let world: World;
let routes: string[];

beforeAll(async () => {
  office = await openOffice();
  await takeInSeeds(writing(office.system));
  world = new World(office);
  await world.settle();
  const document = openApiOf(office.app);
  routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
});
afterAll(async () => {
  await office.close();
});

const withoutRow = (table: Matrix) => routes.filter((route) => table.rowsOf(route).length === 0);

describe('the matrix', () => {
  it('has a row for each route, and none for what is no route', () => {
    expect(routes.length).toBeGreaterThan(60);
    expect(withoutRow(matrix)).toEqual([]);
    const idle = matrix.rows.filter(({ pattern }) => !routes.some((route) => pattern.test(route)));
    expect(idle.map(({ route }) => route)).toEqual([]);
    expect(linesWithoutRoute(routes)).toEqual([]);
  });

  it('is told that a route has none', () => {
    const route = 'GET /statistics/{measure}';
    const lines = matrixText.split('\n').filter((line) => !line.startsWith(`| \`${route}\``));
    expect(withoutRow(Matrix.of(lines.join('\n'), programmesText))).toEqual([route]);
    const less = programmesText.replace(/\| `safety-lift`.*\n/, '');
    expect(withoutRow(Matrix.of(matrixText, less)).length).toBeGreaterThan(5);
  });

  it('says for each situation an answer, or in a word why there is none', () => {
    const cells = matrix.rows.flatMap(({ answers }) => Object.values(answers));
    const odd = cells.filter((cell) => !isAnswer(cell) && !/^no [a-z]+( yet)?$/.test(cell));
    expect(odd).toEqual([]);
    const asked = roles.flatMap((role) => questionsTo(role, matrix));
    expect(asked.length).toBeGreaterThan(5000);
  });
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function send(
  route: string,
  role: Role,
  situation: Situation,
  token: string | undefined,
): Promise<Answer & { readonly shown: boolean }> {
  const { method, path, body, record } = requestFor(route, role, situation, world);
  // Not over a socket, which would take as long again as the answer.
  const answer = await office.app.inject({
    method,
    url: path,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...{ 'idempotency-key': randomUUID(), 'if-match': nobodysRevision },
      ...(path.includes('/events?') ? { 'x-purpose': 'audit' } : {}),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  const text = answer.payload;
  return { status: answer.statusCode, text, shown: record !== '' && text.includes(record) };
}

/** As the table says it. */
async function answerTo(route: string, role: Role, situation: Situation, expected: string) {
  const isOnce = route === 'POST /oversight/break-glass';
  const token = isOnce ? await world.freshToken(role) : await world.tokenOf(role);
  const { status, text, shown } = await send(route, role, situation, token);
  const code = String(status);
  if (status >= 400) return `${code} ${kindOf(text)}`;
  return / (shown|hidden)$/.test(expected) ? `${code} ${shown ? 'shown' : 'hidden'}` : code;
}

/** The kind of problem, or the rule. */
function kindOf(text: string): string {
  const { type, rule } = jsonOf<{ type: string; rule?: string }>(text);
  return rule ?? type.replace('urn:problem:', '');
}

/** Route, situation and the answer that the table expects. */
function questionsTo(role: Role, table: Matrix, isAsked: (route: string) => boolean = () => true) {
  return routes
    .filter(isAsked)
    .flatMap((route) => situations.map((situation) => [route, situation] as const))
    .map(
      ([route, situation]) => [route, situation, table.expected(route, role, situation)] as const,
    )
    .filter(([, , expected]) => isAnswer(expected));
}

const walled = programmes
  .filter(({ access }) => access === 'closed' || access === 'protected')
  .map(({ name }) => name);

/** Of closed and protected programmes every role is tried in every run. */
function ofWalledProgrammes(route: string): boolean {
  return route.split('/').some((part) => walled.includes(part));
}

/** What is answered otherwise than the table says. */
async function deviations(
  role: Role,
  table: Matrix,
  isAsked?: (route: string) => boolean,
): Promise<string[]> {
  const asked = questionsTo(role, table, isAsked).values();
  const found: string[] = [];
  const asker = async () => {
    for (const [route, situation, expected] of asked) {
      const answer = await answerTo(route, role, situation, expected);
      if (answer !== expected) found.push(`${route}, ${situation}: ${answer}, not ${expected}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, asker));
  return found.sort();
}

describe('every route, for a record in every situation', () => {
  it.each(rolesOfThisRun)('answers the role %s as the matrix says', async (role) => {
    expect(await deviations(role, matrix)).toEqual([]);
  });

  // In a long run there are none: every role is asked everything.
  for (const role of roles.filter((each) => !rolesOfThisRun.includes(each))) {
    it(`answers the role ${role} so in closed and protected programmes`, async () => {
      expect(await deviations(role, matrix, ofWalledProgrammes)).toEqual([]);
    });
  }

  it('answers nobody who has no token, but for its health', async () => {
    const open = [];
    for (const route of routes) {
      const { status, text } = await send(route, 'ssp-caseworker', 'own', undefined);
      if (status === 401 && kindOf(text) === 'not-authenticated') continue;
      open.push([route, status]);
    }
    expect(open).toEqual(
      routes.filter((route) => matrix.isOpen(route)).map((route) => [route, 200]),
    );
  });

  it.each([
    ['auditor', 'GET /audit/streams/{id}, own: 200, not 403 not-your-role'],
    ['analyst', 'GET /audit/streams/{id}, own: 403 not-your-role, not 200'],
  ] as const)('is not as a matrix with another role says: %s', async (role, deviation) => {
    const planted = matrixText.replace(/(GET \/audit.+?\| )auditor/, '$1analyst');
    const ofAudit = (route: string) => route.includes('/audit');
    const found = await deviations(role, Matrix.of(planted, programmesText), ofAudit);
    expect(found).toContain(deviation);
  });

  it('adds nothing to the log where it refuses', async () => {
    const before = await office.system.store.head();
    expect(await deviations('auditor', matrix, ofWalledProgrammes)).toEqual([]);
    expect(await deviations('report-approver', matrix, ofWalledProgrammes)).toEqual([]);
    expect(await office.system.store.head()).toEqual(before);
  });

  it.each(['/docs', '/openapi.json'])('leaves %s open', async (path) => {
    expect((await sendRequest(office.address + path)).status).toBe(200);
  });
});
