import { setTimeout as pause } from 'node:timers/promises';
import { patience } from './patience.js';

/**
 * Asks until it is so, for ten seconds unless told otherwise. Gives up before Jest does, since a loop
 * goes on after Jest gave up its test, and says what it saw last.
 * @param isSo true, or what is still there instead
 */
export async function until<Seen>(
  what: string,
  isSo: () => Seen | Promise<Seen>,
  seconds = 10,
): Promise<void> {
  const start = Date.now();
  for (;;) {
    const seen = await isSo();
    if (seen === true) return;
    const waited = Date.now() - start;
    if (waited > patience(seconds)) {
      throw new Error(`waited in vain until ${what}; last seen: ${JSON.stringify(seen)}`);
    }
    // What takes long is not asked for again and again, which would make it take longer.
    await pause(Math.min(5 + waited / 10, 100));
  }
}
