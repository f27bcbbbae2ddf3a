import 'reflect-metadata';
import { once } from 'node:events';
import { assertDemoOnly } from '@sikkerby/access';
import { createLogger, readConfiguration, runProgram } from '@sikkerby/configuration';
import { openSystem } from '@sikkerby/system';
import { apiOn, listen } from './start-api.js';

await runProgram(async (stopped) => {
  const configuration = readConfiguration();
  if (!configuration.OIDC_ISSUER) assertDemoOnly(configuration.NODE_ENV, configuration.HOST);
  const system = await openSystem(configuration, 'sikkerby api');
  try {
    const logger = createLogger(configuration);
    const api = await listen(await apiOn(system, logger), configuration, logger);
    if (!stopped.aborted) await once(stopped, 'abort');
    await api.stop();
  } finally {
    await system.close();
  }
});
