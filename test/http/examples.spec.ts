import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { demoUser, roles } from '@sikkerby/access';
import { createLogger, readConfiguration } from '@sikkerby/configuration';
import { asAsker } from '@sikkerby/postgres';
import { programmes as all } from '@sikkerby/programmes';
import { strategyUnits } from '@sikkerby/strategy';
import { openSystem, type System } from '@sikkerby/system';
import { jsonBody, jsonOf } from '../support/json.js';
import { apiOn, listen, type RunningApi } from '../../apps/api/start-api.js';
import { runProjector } from '../../apps/projector/projector.js';
import { settingsFor } from '../support/settings.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';
import { impossiblePerson, registered } from '../support/persons.js';
import { frozenFor, statementYear } from './support/frozen-for.js';
import { refusedExamples } from './support/refused-examples.js';
import { patience } from '../support/patience.js';
import { sendRequest, type HttpAnswer } from '../support/send-request.js';

jest.setTimeout(patience(90));

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Operation {
  /** Ends with whom it is for. */
  readonly description?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
}
const document = jsonOf<{
  paths: Record<string, { post?: Operation }>;
  components: { schemas: Record<string, Schema> };
}>(readFileSync('openapi.json', 'utf8'));

const commands = Object.entries(document.paths).flatMap(([path, { post }]) =>
  post ? [[path, post] as const] : [],
);

const programmes = [...all, ...strategyUnits];

let database: TestDatabase;
let system: System;
let api: RunningApi;
let projector: Promise<void>;
const stopping = new AbortController();
let token: string;
/** What only the API itself can give. */
const fromTheApi: Record<string, unknown> = {
  subject: randomUUID(),
  otherSubject: randomUUID(),
};

/** What others are made of first, each by its example; it goes by its name into what names it. */
const madeFirst: Readonly<Record<string, { name: string; by: readonly string[] }>> = {
  '/infohus/interventions': {
    name: 'enquiry',
    by: ['/infohus/enquiries', '/infohus/enquiries/{id}/clear', '/infohus/enquiries/{id}/assess'],
  },
  '/safety-partnership/activities': {
    name: 'partnership',
    by: ['/safety-partnership/partnerships'],
  },
  '/street-outreach/shifts': {
    name: 'assignment',
    by: ['/street-outreach/assignments'],
  },
};

beforeAll(async () => {
  database = await readyDatabase();
  const configuration = readConfiguration({ ...settingsFor(database.url), LOG_LEVEL: 'warn' });
  system = await openSystem(configuration, 'test');
  const logger = createLogger(configuration);
  const app = await apiOn(system, logger);
  projector = runProjector(system, app, logger, stopping.signal);
  api = await listen(app, configuration, logger);
  token = await system.demoIdentity().sign(demoUser('ssp-coordinator'));
  const { name, birthDate } = impossiblePerson;
  const { searchToken } = (await asked('/people/youth-concern/search', { name, birthDate })) as {
    searchToken: string;
  };
  fromTheApi.searchToken = searchToken;
  fromTheApi.subject = await registered(asked);
  const example = document.components.schemas.OpenCase ?? {};
  const opened = (await asked('/youth-concern/cases', exampleOf(example) as object)) as {
    id: string;
  };
  fromTheApi.caseId = opened.id;
  fromTheApi.look = await revealed();
});

afterAll(async () => {
  await api.stop();
  stopping.abort();
  await projector;
  await system.close();
  await database.close();
});

/** What the docs page fills in: whatever has an example, and all that is required. */
function exampleOf(schema: Schema): unknown {
  if (schema.$ref) return exampleOf(named(schema.$ref));
  if (schema.allOf?.[0]) return exampleOf(schema.allOf[0]);
  const { properties = {}, required = [] } = schema;
  const given = schema.example ?? schema.default ?? schema.enum?.[0];
  if (given !== undefined || !schema.properties) return given;
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name, property]) => required.includes(name) || property.example !== undefined)
      .map(([name, property]) => [name, fromTheApi[name] ?? exampleOf(property)]),
  );
}

function named(reference: string): Schema {
  return document.components.schemas[reference.split('/').at(-1) ?? ''] ?? {};
}

/** The id of what is there before anybody makes it. */
function givenIn(path: string): string | undefined {
  if (path.includes('/persons/')) return String(fromTheApi.subject);
  if (path.startsWith('/oversight/reviews/')) return String(fromTheApi.look);
  return undefined;
}

/** For each act one of its own, at its first revision. */
const schools: Readonly<Record<string, string>> = {
  ...{ rename: 'husum-skole', end: 'nyboder-skole', 'withdraw-end': 'vanloese-skole' },
};

/**
 * People of their own for what names any: of the programme, known to somebody who may use the route.
 * A register costs as much as all that an example does, so that nobody is registered for nothing.
 */
async function personsFor(path: string, operation: Operation): Promise<void> {
  const named = JSON.stringify(bodyOf(operation));
  const programme = programmes.find(({ name }) => name === path.split('/')[1]);
  const isOfOthers = programme?.persons && programme.name !== 'youth-concern';
  const as = isOfOthers ? await tokenFor(path, operation) : token;
  const sends = async (to: string, body: object) =>
    await jsonBody<object>(await posted(to, body, as));
  const register = () => registered(sends, {}, isOfOthers ? programme.name : 'youth-concern');
  if (/"subjects?"/.test(named) || path.includes('/persons/')) {
    fromTheApi.subject = await register();
    fromTheApi.subjects = [fromTheApi.subject];
  }
  if (named.includes('"otherSubject"')) fromTheApi.otherSubject = await registered(asked);
}

/** Makes a unit by its example, after what it is made of. */
async function make(path: string): Promise<HttpAnswer> {
  const operation = document.paths[path]?.post ?? {};
  const first = madeFirst[path];
  const [origin = path, ...further] = first?.by ?? [];
  await personsFor(origin, document.paths[origin]?.post ?? {});
  if (first) {
    const { id } = await unitOf(await tries(origin, document.paths[origin]?.post ?? {}, ''));
    fromTheApi[first.name] = id;
    for (const [revision, act] of further.entries()) {
      const answer = await tries(act, document.paths[act]?.post ?? {}, id ?? '', revision);
      expect(await outcomeOf(answer)).toBe('done');
    }
  }
  await frozenFor(path, system, posted);
  return tries(path, operation, '');
}

interface Unit {
  readonly id?: string;
  readonly revision?: number;
}

async function unitOf(answer: HttpAnswer): Promise<Unit> {
  return await jsonBody<Unit>(answer);
}

/** Done, or the rule that refused it, or the status. */
async function outcomeOf(answer: HttpAnswer): Promise<string> {
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  const { rule } = (isJson ? await answer.json() : {}) as { rule?: string };
  if (rule !== undefined) return answer.status === 409 ? rule : `${rule} (${answer.status})`;
  return [200, 201].includes(answer.status) ? 'done' : String(answer.status);
}

function bodyOf({ requestBody }: Operation): unknown {
  return exampleOf(requestBody?.content['application/json']?.schema ?? {}) ?? {};
}

function yearIn(path: string): string {
  if (path.startsWith('/annual-reports')) return '2016';
  return statementYear(path) ?? '2017';
}

async function tries(
  path: string,
  operation: Operation,
  id: string,
  revision = 0,
): Promise<HttpAnswer> {
  const url = path
    .replace('{programme}', 'youth-concern')
    .replace('{kind}/{code}', `school/${schools[path.split('/').at(-1) ?? ''] ?? ''}`)
    .replace('{kind}', 'school')
    .replace('{year}', yearIn(path))
    .replace('{number}', '1')
    .replace('{id}', id);
  return posted(url, bodyOf(operation), await tokenFor(path, operation), revision);
}

/** A coordinator's where they may; otherwise of a role that may, and of a user with no past. */
async function tokenFor(path: string, { description = '' }: Operation): Promise<string> {
  const permitted = /For ([a-z, -]+)\.$/.exec(description)?.[1]?.split(', ') ?? [];
  if (permitted.includes('ssp-coordinator') || permitted.length === 0) return token;
  const isOfUnits = programmes.some(({ name, units }) => units && name === path.split('/')[1]);
  const role = roles.find((name) => permitted.includes(name));
  if (!role) throw new Error(`${path} is for nobody`);
  const user = isOfUnits ? demoUser(role).user : `probe.${randomUUID()}`;
  return system.demoIdentity().sign({ ...demoUser(role), user });
}

function posted(path: string, body: unknown, as = token, revision = 0): Promise<HttpAnswer> {
  return sendRequest(api.address + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${as}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'if-match': `"${String(revision)}"`,
    },
    body: JSON.stringify(body),
  });
}

/** The look by which a caseworker saw an address, in the read log. */
async function revealed(): Promise<string> {
  const caseworker = await system.demoIdentity().sign(demoUser('ssp-caseworker'));
  const path = `/people/youth-concern/persons/${String(fromTheApi.subject)}/reveal-address`;
  await posted(path, { reason: 'home-visit' }, caseworker);
  const { rows } = await asAsker(system.appPool, { role: 'dpo' }, (client) =>
    client.query<{ id: string }>(`SELECT id FROM read_log.look WHERE verb = 'reveal'`),
  );
  return rows[0]?.id ?? '';
}

async function asked(path: string, body: object): Promise<object> {
  return await jsonBody<object>(await posted(path, body));
}

/** Where a path goes on with the unit that is named: by its id, a report by its year, a release by its number. */
const ofUnit =
  /\/\{id\}|(?<=^\/annual-reports)\/\{year\}|(?<=^\/publication\/releases)\/\{number\}/;

it('only routes that there are have an example that is refused', () => {
  const paths = commands.map(([path]) => path);
  expect(Object.keys(refusedExamples).filter((path) => !paths.includes(path))).toEqual([]);
});

it.each(commands.filter(([path]) => !ofUnit.test(path)))(
  'the example of %s is done',
  async (path) => {
    expect(await outcomeOf(await make(path))).toBe('done');
  },
);

it.each(commands.filter(([path]) => ofUnit.test(path)))(
  'the example of %s is done, or refused by the rule that is named for it',
  async (path, operation) => {
    const isOfPerson = path.includes('/persons/');
    if (isOfPerson) await personsFor(path, operation);
    const isGiven = isOfPerson || path.startsWith('/oversight/reviews/');
    const made = isGiven ? {} : await unitOf(await make(path.slice(0, path.search(ofUnit))));
    const id = givenIn(path) ?? made.id ?? '';
    fromTheApi.survivor = id;
    const answer = await tries(path, operation, id, made.revision);
    expect(await outcomeOf(answer)).toBe(refusedExamples[path] ?? 'done');
  },
);
