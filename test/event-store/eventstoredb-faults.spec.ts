import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { doubleTarget, type DoubleTarget } from './eventstoredb-target.js';
import type { Told } from './faults-client.js';
import { counts } from '../support/effort.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(60 + 12 * counts.serverFaults));

const times = counts.serverFaults;
const appends = 200 * times;

let target: DoubleTarget;
let client: ChildProcess;
let told: Told = { appended: 0 };

beforeAll(async () => {
  target = await doubleTarget();
  const arguments_ = [target.double.url, String(appends)];
  client = fork('dist/test/event-store/faults-client.js', arguments_, { execArgv: [] });
  client.setMaxListeners(0);
  client.on('message', (message) => (told = message as Told));
});
afterAll(async () => {
  client.kill('SIGKILL');
  await target.close();
});

/** Each returns when the fault is over. */
const faults = {
  'killed, and started again': async () => {
    target.double.kill();
    await target.double.listen();
  },
  'frozen for longer than a client waits': async () => {
    target.double.answering.shut();
    await once(target.double, 'given up');
    target.double.answering.open();
  },
  'ended gracefully': () => {
    target.double.endSubscriptions();
    return Promise.resolve();
  },
  'answering later than a client waits': async () => {
    target.double.acknowledging.shut();
    await once(target.double, 'given up');
    target.double.acknowledging.open();
  },
};

test(`the server ${Object.keys(faults).join('; ')}; ${times} times each`, async () => {
  const all = Array.from({ length: times }, () => Object.values(faults)).flat();
  const exited = once(client, 'exit');
  for (const [number, fault] of all.entries()) {
    const due = (appends / (all.length + 1)) * (number + 1);
    await Promise.race([progress(() => told.appended >= due), exited]);
    await Promise.race([fault(), exited]);
  }
  await Promise.race([progress(() => told.projected !== undefined), exited]);

  const log = target.double.log.ours();
  expect(log).toHaveLength(appends);
  expect(told.projected).toEqual(log.map(({ id }) => id));
  for (const [stream, ids] of Object.entries(told.streams ?? {})) {
    expect(log.filter((event) => event.stream === stream).map(({ id }) => id)).toEqual(ids);
  }

  if (target.double.openCalls > 0) await once(target.double, 'idle');
  client.send('end');
  expect(await exited).toEqual([0, null]);
});

async function progress(isThere: () => boolean): Promise<void> {
  while (!isThere()) await once(client, 'message');
}
