import { once } from 'node:events';
import { afterAll, beforeAll, jest, test } from '@jest/globals';
import { breakDown } from './break-down.js';
import { counts } from '../support/effort.js';
import { patience } from '../support/patience.js';
import { WireDouble } from '../wire-double/wire-double.js';

jest.setTimeout(patience(60 + 12 * counts.serverFaults));

const times = counts.serverFaults;

let double: WireDouble;

beforeAll(async () => {
  double = await WireDouble.start();
});
afterAll(() => double.stop());

const faults = {
  'killed, and started again': async () => {
    double.kill();
    await double.listen();
  },
  'frozen for longer than a client waits': async () => {
    double.answering.shut();
    await once(double, 'given up');
    double.answering.open();
  },
  'ended gracefully': () => {
    double.endSubscriptions();
    return Promise.resolve();
  },
  'answering later than a client waits': async () => {
    double.acknowledging.shut();
    await once(double, 'given up');
    double.acknowledging.open();
  },
};

test(`the server ${Object.keys(faults).join('; ')}; ${times} times each`, () =>
  breakDown(
    {
      url: double.url,
      faults: Object.values(faults),
      log: () => Promise.resolve(double.log.ours()),
      idle: async () => {
        if (double.openCalls > 0) await once(double, 'idle');
      },
    },
    times,
  ));
