import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { until } from '../support/until.js';

const program = 'dist/test/postgres/program.js';

export interface User {
  readonly who: string;
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

/** Whoever runs the tests and, when that is root, an ordinary user too if the clone is open to one. */
export function users(): User[] {
  if (process.getuid?.() !== 0) return [{ who: 'an ordinary user', ids: {} }];
  const ids = { uid: 65_534, gid: 65_534 };
  const open = spawnSync('test', ['-r', program], ids).status === 0;
  return [{ who: 'root', ids: {} }, ...(open ? [{ who: 'an ordinary user', ids }] : [])];
}

export function temporaryFolder({ ids }: Pick<User, 'ids'> = { ids: {} }): string {
  const folder = mkdtempSync(join(tmpdir(), 'sikkerby-postgres-'));
  if (ids.uid !== undefined && ids.gid !== undefined) chownSync(folder, ids.uid, ids.gid);
  return folder;
}

const launched = new Set<ChildProcess>();

/** Starts the program; `ready` is the database's address that it prints, or undefined if it fails. */
export function launch(
  environment: Record<string, string>,
  { ids }: Pick<User, 'ids'> = { ids: {} },
) {
  const child = spawn(process.execPath, [program], {
    ...ids,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  launched.add(child);
  const lines = createInterface(child.stdout);
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const firstLine = once(lines, 'line').then(([line]) => line as string);
  return {
    ready: Promise.race([firstLine, exited.then(() => undefined)]),
    exited,
    errors: text(child.stderr),
    end: (signal: NodeJS.Signals) => {
      child.kill(signal);
      return exited;
    },
  };
}

/** Tells every program that still runs to end, and waits until it has. */
export async function endAll(): Promise<void> {
  for (const child of launched) {
    launched.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

/** Process number of the folder's server; undefined when it was stopped cleanly. */
export function serverPid(dataDir: string): number | undefined {
  const lock = join(dataDir, 'postgres', 'postmaster.pid');
  return existsSync(lock) ? Number(readFileSync(lock, 'utf8').split('\n')[0]) : undefined;
}

/** Kills the process as a power cut would, and waits until it is gone. */
export async function killNow(pid: number | undefined): Promise<void> {
  if (pid === undefined) throw new Error('nothing to kill');
  process.kill(pid, 'SIGKILL');
  await until('the killed process is gone', () => !isThere(pid));
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
