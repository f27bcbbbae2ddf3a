import { setTimeout as sleep } from 'node:timers/promises';

/** Waits longer from try to try, 5 s at most, by chance so that nobody returns in step. */
export async function backOff(attempt: number, signal?: AbortSignal): Promise<void> {
  const milliseconds = Math.random() * Math.min(5000, 50 * 2 ** attempt);
  await sleep(milliseconds, undefined, signal && { signal }).catch(() => undefined);
}
