import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds to wait: longer from try to try, 5 s at most, by chance so that nobody returns in step. */
export function waitAfter(attempt: number): number {
  return Math.random() * Math.min(5000, 50 * 2 ** attempt);
}

/** Waits so long, or until the signal is aborted. */
export async function backOff(attempt: number, signal?: AbortSignal): Promise<void> {
  await sleep(waitAfter(attempt), undefined, signal && { signal }).catch(() => undefined);
}
