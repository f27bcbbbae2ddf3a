import { join } from 'node:path';
import {
  DemoIdentity,
  type Identities,
  OidcIdentity,
  Policies,
  PostgresReadLog,
  type ReadLog,
  type Standings,
} from '@sikkerby/access';
import { ConfigurationError, secret, type Configuration } from '@sikkerby/configuration';
import { ErasureLedger, replayLedger, type ErasingParts } from '@sikkerby/erasure';
import { loadEventStoreDb, PostgresEventStore, type EventStore } from '@sikkerby/event-store';
import { PostgresUsedKeys } from '@sikkerby/http';
import { EmployeeStandings, MonthlySample } from '@sikkerby/oversight';
import { LookUps, Register, SearchTokens } from '@sikkerby/people';
import { programmes } from '@sikkerby/programmes';
import {
  KeyFiles,
  matchKeyVersions,
  PostgresPersonalData,
  type PersonalData,
} from '@sikkerby/vault';
import { createPool, openDatabase } from '@sikkerby/postgres';
import { ReadModels, type Projection } from '@sikkerby/projections';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { assertBound } from './bound.js';
import { contexts, governed } from './contexts.js';
import { migrateSystem } from './system-migrations.js';
import { eventRegistry } from './registry.js';

const statementTimeout = 5000;

/** What every program works with, put together once. */
export interface System {
  readonly configuration: Configuration;
  readonly store: EventStore;
  readonly projections: readonly Projection[];
  readonly readModels: ReadModels;
  readonly personalData: PersonalData;
  readonly usedKeys: PostgresUsedKeys;
  readonly identities: Identities;
  /** @throws ConfigurationError when real tokens are asked for */
  readonly demoIdentity: () => DemoIdentity;
  readonly standings: Standings;
  readonly policies: Policies;
  readonly readLog: ReadLog;
  readonly monthlySample: MonthlySample;
  readonly register: Register;
  readonly lookUps: LookUps;
  readonly searchTokens: SearchTokens;
  /** What erasures are carried on with, besides the container's command pipeline. */
  readonly erasingParts: Omit<ErasingParts, 'pipeline'>;
  /** In the role of the API: appends to the log, reads what there is. */
  readonly appPool: Pool;
  /** In the role of the projector: makes and fills the read models. */
  readonly projectorPool: Pool;
  close(): Promise<void>;
}

/**
 * Opens the database (its own server if need be), brings it up to date and puts the rest on it.
 * @throws ConfigurationError
 */
export async function openSystem(configuration: Configuration, name: string): Promise<System> {
  assertBound(contexts);
  const database = await openDatabase(configuration);
  try {
    await migrateSystem(database.url);
    return await assemble(configuration, name, database.url, () => database.stop());
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function assemble(
  configuration: Configuration,
  name: string,
  url: string,
  stop: () => Promise<void>,
): Promise<System> {
  const vaultKey = Buffer.from(await secret(configuration, 'VAULT_KEY'), 'base64');
  const identity = await identityOf(configuration);
  const appPool = createPool(url, { name, role: 'sikkerby_app', max: 10, statementTimeout });
  const projectorPool = createPool(url, { name, role: 'sikkerby_projector', max: 20 });
  const store = configuration.EVENTSTOREDB_URL
    ? await openEventStoreDb(configuration.EVENTSTOREDB_URL)
    : new PostgresEventStore(appPool, eventRegistry());
  const keysDir = configuration.KEYS_DIR ?? join(configuration.DATA_DIR, 'keys');
  const keyRing = new KeyFiles(keysDir);
  const personalData = new PostgresPersonalData(appPool, keyRing, vaultKey);
  const lookUps = new LookUps(vaultKey);
  const register = new Register(appPool, personalData, lookUps);
  const ledger = new ErasureLedger(keysDir, vaultKey);
  await matchKeyVersions(appPool, keyRing);
  await replayLedger(ledger, { personalData, register });
  const projections = contexts.flatMap((context) => context.projections);
  const views = new DataSource({
    type: 'postgres',
    url,
    extra: {
      options: '-c TimeZone=UTC -c role=sikkerby_app',
      application_name: name,
      statement_timeout: statementTimeout,
    },
    entities: [...new Set(projections.flatMap(({ tables }) => tables))],
    installExtensions: false,
  });
  await views.initialize();
  return {
    configuration,
    store,
    projections,
    readModels: new ReadModels(views),
    personalData,
    register,
    lookUps,
    searchTokens: new SearchTokens(vaultKey),
    erasingParts: {
      store,
      pool: appPool,
      ledger,
      keyRing,
      programmes,
      personalData,
      register,
    },
    usedKeys: new PostgresUsedKeys(appPool, vaultKey),
    identities: identity,
    demoIdentity: () => {
      if (identity instanceof DemoIdentity) return identity;
      throw new ConfigurationError('OIDC_ISSUER: there are no demo tokens beside real ones');
    },
    standings: new EmployeeStandings(store),
    policies: new Policies(governed),
    readLog: new PostgresReadLog(appPool),
    monthlySample: new MonthlySample(appPool, vaultKey),
    appPool,
    projectorPool,
    close: async () => {
      await store.close();
      await Promise.all([views.destroy(), appPool.end(), projectorPool.end()]);
      await stop();
    },
  };
}

/** The city's identity provider where the configuration names one, the demo's own otherwise. */
async function identityOf(configuration: Configuration): Promise<DemoIdentity | OidcIdentity> {
  const { OIDC_ISSUER, OIDC_AUDIENCE } = configuration;
  if (OIDC_ISSUER) return new OidcIdentity(OIDC_ISSUER, OIDC_AUDIENCE);
  return DemoIdentity.from(await secret(configuration, 'TOKEN_KEY'));
}

async function openEventStoreDb(url: string): Promise<EventStore> {
  const EventStoreDbEventStore = await loadEventStoreDb();
  const store = await new EventStoreDbEventStore(url, eventRegistry()).reached();
  const shortage = await store.shortage();
  if (shortage !== undefined) console.error(shortage);
  return store;
}
