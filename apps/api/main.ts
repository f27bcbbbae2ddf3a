import 'reflect-metadata';
import { once } from 'node:events';
import { assertDemoOnly } from '@sikkerby/access';
import { createLogger, readConfiguration, runProgram } from '@sikkerby/configuration';
import { openSystem } from '@sikkerby/system';
import { startApi } from './start-api.js';

await runProgram(async (stopped) => {
  const configuration = readConfiguration();
  if (!configuration.OIDC_ISSUER) assertDemoOnly(configuration.NODE_ENV, configuration.HOST);
  const system = await openSystem(configuration, 'sikkerby api');
  try {
    const api = await startApi(system, createLogger(configuration));
    if (!stopped.aborted) await once(stopped, 'abort');
    await api.stop();
  } finally {
    await system.close();
  }
});
