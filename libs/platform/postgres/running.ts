import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '@sikkerby/configuration';

/** What `postmaster.pid` says: which process serves the folder, and at which port. */
export interface Running {
  readonly pid: number;
  readonly port: number;
}

/**
 * The server that runs on the folder now. A file that was left behind, also one whose process number
 * has since gone to another program, counts as none.
 */
export async function findRunning(folder: string): Promise<Running | 'none' | 'left-behind'> {
  let lines: string[];
  try {
    lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 'none';
    throw error;
  }
  const pid = Math.abs(Number(lines[0]));
  return (await serves(pid, folder)) ? { pid, port: Number(lines[3]) } : 'left-behind';
}

/** A server's working directory is its folder. Without /proc only its being alive is known. */
async function serves(pid: number, folder: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || (await readlink(`/proc/${String(pid)}/cwd`)) === folder;
  } catch {
    return false;
  }
}
