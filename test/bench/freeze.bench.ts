import { randomUUID } from 'node:crypto';
import { startStandalone } from '../../apps/standalone/standalone.js';
import { goldenYears } from '../golden-year/golden-years.js';
import { Player } from '../golden-year/play.js';
import { Random } from '../golden-year/random.js';
import { freshTokens } from '../support/fresh-tokens.js';
import type { Time } from './measure.js';
import { emptyDatabase, settingsOn } from './programs.js';

/** Freezing the golden year, over HTTP, once everything of it is entered: some minutes before. */
export async function freezeBench(url: string): Promise<Time[]> {
  const settings = settingsOn(await emptyDatabase(url, 'bench_freeze'));
  const limits = { REQUESTS_PER_MINUTE: '1000000', LOG_LEVEL: 'silent', PORT: '0' };
  const house = await startStandalone({ ...settings, ...limits });
  try {
    const tokens = freshTokens(house.token);
    const player = new Player(house.address, tokens, new Random(2018));
    await player.play(goldenYears(), 16, () => undefined);
    const authorization = `Bearer ${await tokens('analyst')}`;
    const upToDate = { authorization, 'x-min-position': player.furthest };
    await fetch(`${house.address}/statistics/measures`, { headers: upToDate });
    const started = performance.now();
    const { status } = await fetch(`${house.address}/statistics/statements/2017/freeze`, {
      method: 'POST',
      headers: {
        ...{ authorization, 'content-type': 'application/json' },
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ kind: 'final' }),
    });
    if (status !== 201) throw new Error(`it was not frozen: ${String(status)}`);
    const milliseconds = performance.now() - started;
    return [{ name: 'freeze the golden year', milliseconds, atMost: 2000 }];
  } finally {
    await house.stop();
  }
}
