import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect } from '@jest/globals';
import type { Told } from './faults-client.js';

/** A server that breaks down, and what it has in the end. */
export interface Breakable {
  readonly url: string;
  /** Each returns when the fault is over. */
  readonly faults: readonly (() => Promise<void>)[];
  /** The client's events in the order of the log. */
  readonly log: () => Promise<readonly { readonly id: string; readonly stream: string }[]>;
  /** Returns once no call to it is open. */
  readonly idle: () => Promise<void>;
}

/**
 * Appends to ten streams and follows them in a program of its own while the server breaks down, a
 * number of times in each way. Nothing may be lost, doubled or out of order, and the program ends.
 */
export async function breakDown({ url, faults, log, idle }: Breakable, times: number) {
  const appends = 200 * times;
  const client = fork('dist/test/event-store/faults-client.js', [url, String(appends)], {
    execArgv: [],
  });
  let told: Told = { appended: 0 };
  client.setMaxListeners(0);
  client.on('message', (message) => (told = message as Told));
  const exited = once(client, 'exit');
  const progress = async (isThere: () => boolean) => {
    while (!isThere()) await once(client, 'message');
  };
  try {
    const all = Array.from({ length: times }, () => faults).flat();
    for (const [number, fault] of all.entries()) {
      const due = (appends / (all.length + 1)) * (number + 1);
      await Promise.race([progress(() => told.appended >= due), exited]);
      await Promise.race([fault(), exited]);
    }
    await Promise.race([progress(() => told.projected !== undefined), exited]);

    const events = await log();
    expect(events).toHaveLength(appends);
    expect(told.projected).toEqual(events.map(({ id }) => id));
    for (const [stream, ids] of Object.entries(told.streams ?? {})) {
      expect(events.filter((event) => event.stream === stream).map(({ id }) => id)).toEqual(ids);
    }
    await idle();
    client.send('end');
    expect(await exited).toEqual([0, null]);
  } finally {
    client.kill('SIGKILL');
  }
}
