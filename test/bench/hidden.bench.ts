import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { DemoIdentity, demoUser } from '@sikkerby/access';
import { send } from './load.js';
import { median, type Time } from './measure.js';
import { emptyDatabase, end, settingsOn, start } from './programs.js';

const pairs = 500;

/** How much a closed programme's 404 differs in time from that of a record that is not there. */
export async function hiddenBench(url: string): Promise<Time[]> {
  const settings = { ...settingsOn(await emptyDatabase(url, 'bench_hidden')), LOG_LEVEL: 'silent' };
  const api = await start(['dist/apps/api/main.js'], settings);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const identity = await DemoIdentity.from(settings.TOKEN_KEY);
    const authorization = `Bearer ${await identity.sign(demoUser('ssp-caseworker'))}`;
    const time = async (programme: string) => {
      const path = `/people/${programme}/persons/${randomUUID()}`;
      const to = { agent, host: '127.0.0.1', port: api.port, path, headers: { authorization } };
      const started = performance.now();
      if ((await send(to)) !== 404) throw new Error('it was found');
      return performance.now() - started;
    };
    const times: Record<'hidden' | 'missing', number[]> = { hidden: [], missing: [] };
    for (let pair = 0; pair < pairs; pair += 1) {
      times.hidden.push(await time('exit-programme'));
      times.missing.push(await time('youth-concern'));
    }
    const milliseconds = Math.abs(median(times.hidden) - median(times.missing));
    const name = "HTTP: a closed programme's 404 / a missing record's, difference of the medians";
    return [{ name, milliseconds, atMost: 5 }];
  } finally {
    agent.destroy();
    await end(api.process);
  }
}
