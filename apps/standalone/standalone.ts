import { setTimeout as pause } from 'node:timers/promises';
import { assertDemoOnly, demoUser, type Role } from '@sikkerby/access';
import { ConfigurationError, createLogger, readConfiguration } from '@sikkerby/configuration';
import { status } from '@sikkerby/projections';
import { openSystem } from '@sikkerby/system';
import { apiOn, listen } from '../api/start-api.js';
import { runProjector } from '../projector/projector.js';

/** The whole house in one process. */
export interface Standalone {
  /** Where the API answers, such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** A token of the demo user with that role. */
  readonly token: (role: Role) => Promise<string>;
  /** Lets requests and batches under way finish, then stops everything that was started. */
  stop(): Promise<void>;
}

/**
 * Starts database, API and projector, and returns when they are ready.
 * @param environment settings over those of the process's own environment
 * @throws ConfigurationError
 */
export async function startStandalone(
  environment: Readonly<Record<string, string>> = {},
): Promise<Standalone> {
  const configuration = readConfiguration({ ...process.env, ...environment });
  assertDemoOnly(configuration.NODE_ENV, configuration.HOST);
  if (configuration.OIDC_ISSUER) {
    throw new ConfigurationError('OIDC_ISSUER: this program has demo users only; start the api');
  }
  const logger = createLogger(configuration);
  const system = await openSystem(configuration, 'sikkerby');
  const stopping = new AbortController();
  let projector: Promise<void> | undefined;
  try {
    const app = await apiOn(system, logger);
    projector = runProjector(system, app, logger, stopping.signal);
    await untilBuilt();
    const api = await listen(app, configuration, logger);
    return {
      address: api.address,
      token: (role) => system.demoIdentity().sign(demoUser(role)),
      stop: async () => {
        await api.stop();
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }

  async function untilBuilt(): Promise<void> {
    const { projections, store, projectorPool } = system;
    for (;;) {
      const found = await status(projections, store, projectorPool);
      const waiting = found.some(
        ({ generation, state }) => generation === undefined && state === 'running',
      );
      if (!waiting) return;
      await pause(20);
    }
  }

  async function stopAll(): Promise<void> {
    stopping.abort();
    await projector;
    await system.close();
  }
}
