import { randomUUID } from 'node:crypto';
import type { Claims } from '@sikkerby/access';
import { createLogger, readConfiguration } from '@sikkerby/configuration';
import { workFor } from '@sikkerby/oversight';
import { createPool } from '@sikkerby/postgres';
import { rebuild } from '@sikkerby/projections';
import type { RecordedEvent } from '@sikkerby/kernel';
import type { Pool } from 'pg';
import { contexts, openSystem, type System } from '@sikkerby/system';
import { jsonBody } from '../support/json.js';
import type { ApiParts } from '../../apps/api/api-parts.js';
import { createApi } from '../../apps/api/create-api.js';
import { runProjector } from '../../apps/projector/projector.js';
import { settingsFor } from '../support/settings.js';
import { readyDatabase } from '../support/database.js';
import { sendRequest } from '../support/send-request.js';
import { writing } from '../support/writing.js';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

interface TableName {
  readonly projection: string;
  readonly schema: string;
  readonly name: string;
}

async function rowsOfReadModels(owner: Pool): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await owner.query<TableName>(
    `SELECT p.name AS projection, t.schemaname AS schema, t.tablename AS name
     FROM projections.projection p JOIN pg_tables t ON t.schemaname = p.generation ORDER BY 1, 3`,
  );
  const found: Record<string, unknown[]> = {};
  for (const { projection, schema, name } of tables) {
    const { rows } = await owner.query<{ row: unknown }>(
      `SELECT to_jsonb(r) AS row FROM "${schema}"."${name}" r ORDER BY stream, key`,
    );
    found[`${projection} ${name}`] = rows.map(({ row }) => row);
  }
  return found;
}

/**
 * The API with its projector, and a way into its database as nobody in particular.
 * @param changes what of the API is otherwise
 */
export async function openOffice(
  changes: (system: System) => Partial<ApiParts> = () => ({}),
  settings: Readonly<Record<string, string>> = {},
) {
  const database = await readyDatabase();
  const configuration = readConfiguration({ ...settingsFor(database.url), ...settings });
  const system = await openSystem(configuration, 'test');
  const logger = createLogger({ LOG_LEVEL: 'silent' });
  const stopping = new AbortController();
  const owner = createPool(database.url, { name: 'owner', max: 2 });
  const app = await createApi({
    ...system,
    ...{ programmes: contexts, pool: system.appPool, logger },
    requestsPerMinute: 1_000_000,
    cprLookUpsPerMinute: 1_000_000,
    ...changes(system),
  });
  const projector = runProjector(system, app, logger, stopping.signal);
  await app.listen(0, '127.0.0.1');
  const address = await app.getUrl();

  return {
    ...{ owner, system, address, app, databaseUrl: database.url },
    /** Every row of every read model that people see now, by table. */
    async readModels(): Promise<Record<string, unknown[]>> {
      const { position } = await system.store.head();
      const names = system.projections.map(({ name }) => name);
      await system.readModels.waitForPosition(names, position, 30_000);
      return rowsOfReadModels(owner);
    },
    async log(): Promise<RecordedEvent[]> {
      const log: RecordedEvent[] = [];
      for await (const { events } of system.store.readAll()) log.push(...events);
      return log;
    },
    rebuild() {
      const { projections, store, projectorPool: pool } = system;
      return rebuild({ projections, store, pool });
    },
    async token(
      user: string,
      role: Claims['role'],
      districts: readonly string[],
      organisation = 'ssp',
    ) {
      const claims = { user, role, organisation };
      await workFor(writing(system), user, districts, { ...claims, user: 'probe.admin' });
      return system.demoIdentity().sign(claims);
    },
    async get(path: string, token: string, headers: Record<string, string> = {}): Promise<Answer> {
      const answer = await sendRequest(address + path, {
        headers: { authorization: `Bearer ${token}`, ...headers },
      });
      return { status: answer.status, text: await answer.text() };
    },
    async post<Body>(path: string, token: string, body: object, revision?: number): Promise<Body> {
      const answer = await sendRequest(address + path, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          'idempotency-key': randomUUID(),
          ...(revision === undefined ? {} : { 'if-match': `"${String(revision)}"` }),
        },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`POST ${path}: ${await answer.text()}`);
      return await jsonBody<Body>(answer);
    },
    async close() {
      await app.close();
      stopping.abort();
      await projector;
      await owner.end();
      await system.close();
      await database.close();
    },
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;
