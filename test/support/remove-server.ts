import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Stops the database server of a test run, if one was started, and removes its folder. */
export async function removeServer(folder: string): Promise<void> {
  const lock = join(folder, 'postgres', 'postmaster.pid');
  if (existsSync(lock)) {
    const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
    try {
      process.kill(pid, 'SIGINT');
      while (existsSync(lock)) {
        process.kill(pid, 0);
        await sleep(20);
      }
    } catch {
      // It has been killed.
    }
  }
  rmSync(folder, { recursive: true, force: true });
}
