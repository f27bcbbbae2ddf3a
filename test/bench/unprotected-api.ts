import 'reflect-metadata';
import { once } from 'node:events';
import { Policies, ReadLog, Standings, type Decision } from '@sikkerby/access';
import { createLogger, readConfiguration, secret } from '@sikkerby/configuration';
import { Register } from '@sikkerby/people';
import { createPool } from '@sikkerby/postgres';
import { ReadModels } from '@sikkerby/projections';
import { districtCodes } from '@sikkerby/reference';
import { contexts, openSystem } from '@sikkerby/system';
import { KeyFiles, PostgresPersonalData } from '@sikkerby/vault';
import { DataSource } from 'typeorm';
import { createApi } from '../../apps/api/create-api.js';

class NoPolicies extends Policies {
  override decide(): Decision {
    return { permitted: true, policies: [] };
  }
}

class NoReadLog extends ReadLog {
  async write(): Promise<void> {
    await Promise.resolve();
  }
  async lookToReview() {
    await Promise.resolve();
    return undefined;
  }
  async looksAt() {
    return Promise.resolve([]);
  }
}

class Everywhere extends Standings {
  async of() {
    return Promise.resolve({ districts: districtCodes, glass: [] });
  }
}

/**
 * The API without policies, read log and row security: what protection costs is told by the
 * difference. Its database user is the login user, a superuser, whom no policy of a row stops.
 */
const configuration = readConfiguration();
const system = await openSystem(configuration, 'unprotected');
const { DATABASE_URL: url = '', KEYS_DIR: keys = '' } = configuration;
const pool = createPool(url, { name: 'unprotected', max: 10 });
const key = Buffer.from(await secret(configuration, 'VAULT_KEY'), 'base64');
const personalData = new PostgresPersonalData(pool, new KeyFiles(keys), key);
const entities = [...new Set(system.projections.flatMap(({ tables }) => tables))];
const views = await new DataSource({ type: 'postgres', url, entities }).initialize();
const api = await createApi({
  ...system,
  programmes: contexts,
  personalData,
  register: new Register(pool, personalData, system.lookUps),
  readModels: new ReadModels(views),
  policies: new NoPolicies([]),
  readLog: new NoReadLog(),
  standings: new Everywhere(),
  pool,
  logger: createLogger({ LOG_LEVEL: 'silent' }),
  requestsPerMinute: configuration.REQUESTS_PER_MINUTE,
  cprLookUpsPerMinute: configuration.CPR_LOOK_UPS_PER_MINUTE,
});
await api.listen(configuration.PORT, '127.0.0.1');
await once(process, 'SIGTERM');
await api.close();
await views.destroy();
await pool.end();
await system.close();
