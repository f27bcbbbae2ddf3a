import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ConfigurationError, createLogger, readConfiguration } from '@sikkerby/configuration';
import { openSystem, type System } from '@sikkerby/system';
import { portOf } from '../support/port-of.js';
import { apiOn, listen } from '../../apps/api/start-api.js';
import { settingsFor } from '../support/settings.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';
import { sendRequest } from '../support/send-request.js';

let database: TestDatabase;
let system: System;
let other: Server;
beforeAll(async () => {
  database = await readyDatabase();
  system = await openSystem(readConfiguration(settingsFor(database.url)), 'test');
  other = createServer();
  await once(other.listen(0, '127.0.0.1'), 'listening');
});
afterAll(async () => {
  other.close();
  await system.close();
  await database.close();
});

async function started(settings: { PORT?: number; HOST?: string }) {
  const configuration = { ...system.configuration, ...settings, LOG_LEVEL: 'silent' as const };
  const logger = createLogger(configuration);
  return listen(await apiOn(system, logger), configuration, logger);
}

it('says in one line that its port is taken', async () => {
  const port = portOf(other);
  const complaint = `PORT: port ${String(port)} is taken; choose another`;
  await expect(started({ PORT: port })).rejects.toThrow(new ConfigurationError(complaint));
});

it('says in one line that its address is another machine’s', async () => {
  const complaint = 'HOST: 192.0.2.1 is no address of this machine';
  await expect(started({ HOST: '192.0.2.1' })).rejects.toThrow(new ConfigurationError(complaint));
});

it('listens at any free port', async () => {
  const api = await started({ PORT: 0 });
  expect((await sendRequest(`${api.address}/health/live`)).status).toBe(200);
  await api.stop();
});
