import { setTimeout as pause } from 'node:timers/promises';

const patience = 300_000;

/** Asks until it is so. Gives up before Jest does, since a loop goes on after Jest gave up its test. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await pause(5);
  }
}
