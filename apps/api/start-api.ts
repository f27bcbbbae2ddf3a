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

/** Puts the API on the system and listens where the configuration says. @throws ConfigurationError */
export async function startApi(system: System, logger: Logger): Promise<RunningApi> {
  await takeInSeeds(system.store);
  await takeInPrintedFigures(system.store);
  if (!system.configuration.OIDC_ISSUER) await letDemoUsersWork(system.store);
  const { HOST, PORT, REQUESTS_PER_MINUTE, CPR_LOOK_UPS_PER_MINUTE } = system.configuration;
  const api = await createApi({
    ...system,
    programmes: contexts,
    pool: system.appPool,
    logger,
    requestsPerMinute: REQUESTS_PER_MINUTE,
    cprLookUpsPerMinute: CPR_LOOK_UPS_PER_MINUTE,
  });
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
