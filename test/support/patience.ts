/**
 * A slow machine is met here, and nowhere else: every time limit of the tests is multiplied by it.
 * `TEST_SLOWNESS=3 npm test` waits three times as long before it says that something hangs.
 */
export const slowness = Number(process.env.TEST_SLOWNESS ?? 1);

/** Milliseconds that a test of so many seconds is given. */
export function patience(seconds: number): number {
  return seconds * 1000 * slowness;
}
