import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { demoUser, roles } from '@sikkerby/access';
import { createLogger, readConfiguration } from '@sikkerby/configuration';
import { asAsker } from '@sikkerby/postgres';
import { programmes as all } from '@sikkerby/programmes';
import { strategyUnits } from '@sikkerby/strategy';
import { openSystem, type System } from '@sikkerby/system';
import { startApi, type RunningApi } from '../../apps/api/start-api.js';
import { runProjector } from '../../apps/projector/projector.js';
import { settingsFor } from '../support/settings.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';
import { impossiblePerson, registered } from '../support/persons.js';
import { frozenFor, statementYear } from './support/frozen-for.js';

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
const document = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
  paths: Record<string, { post?: Operation }>;
  components: { schemas: Record<string, Schema> };
};

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
  ...{ enquiry: randomUUID(), assignment: randomUUID(), partnership: randomUUID() },
};

beforeAll(async () => {
  database = await readyDatabase();
  const configuration = readConfiguration({ ...settingsFor(database.url), LOG_LEVEL: 'warn' });
  system = await openSystem(configuration, 'test');
  const logger = createLogger(configuration);
  projector = runProjector(system, logger, stopping.signal);
  api = await startApi(system, logger);
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

// Each example has two people of its own.
beforeEach(async () => {
  fromTheApi.subject = await registered(asked);
  fromTheApi.otherSubject = await registered(asked);
});

afterAll(async () => {
  await api.stop();
  stopping.abort();
  await projector;
  await system.close();
  await database.drop();
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

/** Other units that a request names; their state is for a rule to look at. */
const namesOthers = /"(enquiry|assignment|partnership)"/;

function isOfOthers({ requestBody }: Operation): boolean {
  const schema = requestBody?.content['application/json']?.schema ?? {};
  return namesOthers.test(JSON.stringify(exampleOf(schema) ?? {}));
}

/** A person of the programme, where it is not SSP's, known to somebody who may use the route. */
async function personFor(path: string, operation: Operation): Promise<void> {
  const programme = programmes.find(({ name }) => name === path.split('/')[1]);
  if (!programme?.persons || programme.name === 'youth-concern') return;
  const as = await tokenFor(path, operation);
  const sends = async (to: string, body: object) =>
    (await (await posted(to, body, as)).json()) as object;
  fromTheApi.subject = await registered(sends, {}, programme.name);
  fromTheApi.subjects = [fromTheApi.subject];
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
): Promise<Response> {
  const schema = operation.requestBody?.content['application/json']?.schema ?? {};
  const url = path
    .replace('{programme}', 'youth-concern')
    .replace('{kind}/{code}', `school/${schools[path.split('/').at(-1) ?? ''] ?? ''}`)
    .replace('{kind}', 'school')
    .replace('{year}', yearIn(path))
    .replace('{number}', '1')
    .replace('{id}', id);
  return posted(url, exampleOf(schema) ?? {}, await tokenFor(path, operation), revision);
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

function posted(path: string, body: unknown, as = token, revision = 0): Promise<Response> {
  return fetch(api.address + path, {
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
  return (await (await posted(path, body)).json()) as object;
}

/** Where a path goes on with the unit that is named: by its id, a report by its year, a release by its number. */
const ofUnit =
  /\/\{id\}|(?<=^\/annual-reports)\/\{year\}|(?<=^\/publication\/releases)\/\{number\}/;

it.each(commands.filter(([path]) => !ofUnit.test(path)))(
  'the example of %s is done',
  async (path, operation) => {
    await personFor(path, operation);
    await frozenFor(path, system, posted);
    const { status } = await tries(path, operation, '');
    expect(isOfOthers(operation) ? [200, 201, 404, 409] : [200, 201]).toContain(status);
  },
);

it.each(commands.filter(([path]) => ofUnit.test(path)))(
  'the example of %s is done, or a rule of the domain answers',
  async (path, operation) => {
    const parent = path.slice(0, path.search(ofUnit));
    const create = document.paths[parent]?.post ?? {};
    await personFor(parent, create);
    await frozenFor(parent, system, posted);
    const made = (await (await tries(parent, create, '')).json()) as {
      id?: string;
      revision?: number;
    };
    const id = givenIn(path) ?? made.id ?? randomUUID();
    fromTheApi.survivor = id;
    const answer = await tries(path, operation, id, made.revision);
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    const { rule } = (isJson ? await answer.json() : {}) as { rule?: string };
    const isDone = [200, 201].includes(answer.status) && rule === undefined;
    if (made.id === undefined && isOfOthers(create)) return;
    expect([path, isDone ? 'done' : [answer.status, typeof rule]]).toEqual([
      path,
      isDone ? 'done' : [409, 'string'],
    ]);
  },
);
