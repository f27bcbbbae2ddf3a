import { setTimeout as sleep } from 'node:timers/promises';
import { waitAfter } from '../back-off.js';
import { ConnectionBreak } from './connection-break.js';

/** How long to try again. */
export interface Persistence {
  /** By `performance.now()`: no try begins after it. */
  readonly until: number;
  readonly signal: AbortSignal;
}

/** Tries again after a break, until the time is over: the work must be safe to repeat. */
export async function persist<Result>(
  work: () => Promise<Result>,
  { until, signal }: Persistence,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const wait = waitAfter(attempt);
      const isOver = signal.aborted || performance.now() + wait > until;
      if (isOver || !(error instanceof ConnectionBreak)) throw error;
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}
