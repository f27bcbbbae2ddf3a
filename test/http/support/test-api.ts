import { randomBytes, randomUUID, generateKeyPairSync } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  DemoIdentity,
  Policies,
  PostgresReadLog,
  type Claims,
  type Standing,
} from '@sikkerby/access';
import { createLogger } from '@sikkerby/configuration';
import { ErasureLedger } from '@sikkerby/erasure';
import { EventRegistry, PostgresEventStore } from '@sikkerby/event-store';
import { PostgresUsedKeys } from '@sikkerby/http';

import { EmployeeStandings, MonthlySample, oversight, workFor } from '@sikkerby/oversight';
import { LookUps, Register, SearchTokens } from '@sikkerby/people';
import { createPool } from '@sikkerby/postgres';
import type { Context } from '@sikkerby/case-kit/edge';
import { ReadModels } from '@sikkerby/projections';
import { governed } from '@sikkerby/system';
import { PostgresPersonalData } from '@sikkerby/vault';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { createApi } from '../../../apps/api/create-api.js';
import type { ApiParts } from '../../../apps/api/api-parts.js';
import { testKeys, testKeysFolder } from '../../support/keys.js';
import { registered, type NewPerson } from '../../support/persons.js';
import { readyDatabase } from '../../support/database.js';
import { lamp, lampPolicy } from './lamp.js';
import { LampController } from './lamp.controller.js';
import { writing } from '../../support/writing.js';

const administrator: Claims = { user: 'probe.admin', role: 'admin', organisation: 'test' };

export const caseworker: Claims & Standing = {
  user: 'probe.worker',
  role: 'ssp-caseworker',
  organisation: 'ssp',
  districts: ['valby'],
  glass: [],
};

const lampProgramme: Context = {
  name: 'lamp',
  persons: false,
  title: { da: 'Lygte', en: 'Lamp' },
  deciders: [lamp],
  controllers: [LampController],
  providers: [],
  projections: [],
  measures: [],
};

/** The API over a fresh database, with lamps as its only programme unless `changes` says otherwise; `lines` is its log.
 * @param way to the database: its address, or another that leads there
 */
export async function testApi(
  changes: Partial<ApiParts> = {},
  way = (url: string) => Promise.resolve(url),
) {
  const database = await readyDatabase();
  const url = await way(database.url);
  const pool = createPool(url, { name: 'test api', role: 'sikkerby_app' });
  const source = await new DataSource({
    ...{ type: 'postgres', url },
    entities: [...new Set(changes.projections?.flatMap(({ tables }) => tables))],
    extra: { options: '-c role=sikkerby_app' },
  }).initialize();
  const programmes = changes.programmes ?? [lampProgramme];
  const registry = EventRegistry.of([oversight, ...programmes]);
  const store = new PostgresEventStore(pool, registry);
  const key = randomBytes(32);
  const personalData = new PostgresPersonalData(pool, testKeys(), key);
  const lookUps = new LookUps(key);
  const register = new Register(pool, personalData, lookUps);
  const identities = await testIdentities();
  const lines: string[] = [];
  const worksFor = new Map<string, string>();
  const parts: ApiParts = {
    programmes,
    projections: [],
    store,
    personalData,
    usedKeys: new PostgresUsedKeys(pool, key),
    readModels: new ReadModels(source),
    identities,
    standings: new EmployeeStandings(store),
    policies: new Policies([
      ...governed,
      { name: 'lamp', access: 'protected', policies: lampPolicy },
    ]),
    readLog: new PostgresReadLog(pool),
    monthlySample: new MonthlySample(pool, key),
    register,
    lookUps,
    searchTokens: new SearchTokens(key),
    erasingParts: {
      store,
      pool,
      ledger: new ErasureLedger(testKeysFolder(), key),
      keyRing: testKeys(),
      programmes: [],
      personalData,
      register,
    },
    pool,
    logger: createLogger({ LOG_LEVEL: 'info' }, { write: (line) => lines.push(line) }),
    requestsPerMinute: 1_000_000,
    cprLookUpsPerMinute: 1_000_000,
    ...changes,
  };
  const app: NestFastifyApplication = await createApi(parts);
  await app.listen(0, '127.0.0.1');
  return {
    app,
    address: await app.getUrl(),
    parts,
    database,
    lines,
    /** Also makes the districts those of the user, by default Valby. */
    async token(identity: Partial<Claims & Standing> = {}) {
      const { districts, ...claims } = { ...caseworker, ...identity };
      const place = districts.join();
      if (worksFor.get(claims.user) !== place)
        await workFor(writing(parts), claims.user, districts, administrator);
      worksFor.set(claims.user, place);
      return identities.sign(claims);
    },
    async close() {
      await app.close();
      await source.destroy();
      await store.close();
      await pool.end();
      await database.close();
    },
  };
}

export type TestApi = Awaited<ReturnType<typeof testApi>>;

export function testIdentities(): Promise<DemoIdentity> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return DemoIdentity.from(privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'));
}

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

type Header = Record<string, string | undefined>;

/** A request as a caseworker sends it; `headers` replace those that it has, undefined takes one away. */
export async function send<Body = Record<string, unknown>>(
  { address, token }: Pick<TestApi, 'address' | 'token'>,
  method: 'GET' | 'POST',
  path: string,
  headers: Header = {},
  payload?: unknown,
): Promise<Answer<Body>> {
  const all: Header = {
    authorization: `Bearer ${await token()}`,
    ...(method === 'POST'
      ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
      : {}),
    ...headers,
  };
  const sent = Object.entries(all).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  const request = supertest(address)[method === 'POST' ? 'post' : 'get'](path);
  void request.set(Object.fromEntries(sent));
  if (payload !== undefined) {
    void request.send(typeof payload === 'string' ? payload : JSON.stringify(payload));
  }
  const { status, headers: answered, text } = await request;
  const json = answered['content-type']?.includes('json') ?? false;
  const body = (json ? JSON.parse(text) : undefined) as Body;
  return { status, headers: new Headers(answered), text, body };
}

export function post<Body = Record<string, unknown>>(
  api: Pick<TestApi, 'address' | 'token'>,
  path: string,
  payload: unknown,
  headers: Header = {},
): Promise<Answer<Body>> {
  return send(api, 'POST', path, headers, payload);
}

/** Somebody new in the register of SSP; their reference. */
export function registeredPerson(
  api: Pick<TestApi, 'address' | 'token'>,
  person?: NewPerson,
): Promise<string> {
  return registered(async (path, body) => (await post<object>(api, path, body)).body, person);
}
