import { randomUUID } from 'node:crypto';
import type { Claims } from '@sikkerby/access';
import { createLogger, readConfiguration } from '@sikkerby/configuration';
import { workFor } from '@sikkerby/oversight';
import { createPool } from '@sikkerby/postgres';
import { contexts, openSystem } from '@sikkerby/system';
import { createApi } from '../../apps/api/create-api.js';
import { runProjector } from '../../apps/projector/projector.js';
import { settingsFor } from '../faults/program.js';
import { testDatabase } from '../support/database.js';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** The API with its projector, and a way into its database as nobody in particular. */
export async function openOffice() {
  const database = await testDatabase();
  const configuration = readConfiguration(settingsFor(database.url));
  const system = await openSystem(configuration, 'test');
  const logger = createLogger({ LOG_LEVEL: 'silent' });
  const stopping = new AbortController();
  const projector = runProjector(system, logger, stopping.signal);
  const owner = createPool(database.url, { name: 'owner', max: 2 });
  const app = await createApi({
    ...system,
    ...{ programmes: contexts, pool: system.appPool, logger },
    requestsPerMinute: 1_000_000,
    cprLookUpsPerMinute: 1_000_000,
  });
  await app.listen(0, '127.0.0.1');
  const address = await app.getUrl();

  return {
    owner,
    address,
    async token(user: string, role: Claims['role'], districts: readonly string[]) {
      const claims = { user, role, organisation: 'ssp' };
      await workFor(system.store, user, districts, { ...claims, user: 'probe.admin' });
      return system.demoIdentity().sign(claims);
    },
    async get(path: string, token: string, headers: Record<string, string> = {}): Promise<Answer> {
      const answer = await fetch(address + path, {
        headers: { authorization: `Bearer ${token}`, ...headers },
      });
      return { status: answer.status, text: await answer.text() };
    },
    async post<Body>(path: string, token: string, body: object, revision?: number): Promise<Body> {
      const answer = await fetch(address + path, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          'idempotency-key': randomUUID(),
          ...(revision === undefined ? {} : { 'if-match': `"${String(revision)}"` }),
        },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`POST ${path}: ${await answer.text()}`);
      return (await answer.json()) as Body;
    },
    async close() {
      await app.close();
      stopping.abort();
      await projector;
      await owner.end();
      await system.close();
      await database.drop();
    },
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;
