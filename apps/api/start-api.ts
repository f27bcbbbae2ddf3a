import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommandPipeline } from '@sikkerby/commands';
import { ConfigurationError, hasCode, type Logger } from '@sikkerby/configuration';
import { takeInSeeds } from '@sikkerby/reference-routes';
import { takeInPrintedFigures } from '@sikkerby/strategy';
import { contexts, type System } from '@sikkerby/system';
import { createApi } from './create-api.js';
import { letDemoUsersWork } from './demo-districts.js';

export interface RunningApi {
  readonly address: string;
  /** Lets the requests under way finish. */
  stop(): Promise<void>;
}

/** Puts the API on the system, with all that it begins with; nobody can reach it yet. */
export async function apiOn(system: System, logger: Logger): Promise<NestFastifyApplication> {
  const { OIDC_ISSUER, REQUESTS_PER_MINUTE, CPR_LOOK_UPS_PER_MINUTE } = system.configuration;
  const api = await createApi({
    ...system,
    programmes: contexts,
    pool: system.appPool,
    logger,
    requestsPerMinute: REQUESTS_PER_MINUTE,
    cprLookUpsPerMinute: CPR_LOOK_UPS_PER_MINUTE,
  });
  const writing = { store: system.store, pipeline: api.get(CommandPipeline, { strict: false }) };
  await takeInSeeds(writing);
  await takeInPrintedFigures(writing);
  if (!OIDC_ISSUER) await letDemoUsersWork(writing);
  return api;
}

/** Lets it listen where the configuration says. @throws ConfigurationError */
export async function listen(
  api: NestFastifyApplication,
  { HOST, PORT }: System['configuration'],
  logger: Logger,
): Promise<RunningApi> {
  try {
    // Not Nest's own, which writes down the error as well.
    await api.getHttpAdapter().getInstance().listen({ port: PORT, host: HOST });
  } catch (error) {
    await api.close();
    throw whyItCannotListen(error, PORT, HOST);
  }
  const { port } = api.getHttpServer().address() as { port: number };
  logger.info('listening', { port });
  return { address: `http://${HOST}:${String(port)}`, stop: () => api.close() };
}

function whyItCannotListen(error: unknown, port: number, host: string): unknown {
  if (hasCode(error, 'EADDRINUSE')) {
    return new ConfigurationError(`PORT: port ${String(port)} is taken; choose another`);
  }
  if (hasCode(error, 'EACCES')) {
    return new ConfigurationError(`PORT: this user may not listen at port ${String(port)}`);
  }
  if (hasCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND')) {
    return new ConfigurationError(`HOST: ${host} is no address of this machine`);
  }
  return error;
}
