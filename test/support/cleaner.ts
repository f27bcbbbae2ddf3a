import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

/*
 * A process beside a test run. When the run has ended, also by a signal that it could do nothing about,
 * this ends the programs and servers that are left of it, and removes its folder.
 */
const [, , folder] = process.argv;
if (folder === undefined) throw new Error('name the folder of the run');

// Ctrl-C reaches this process too, which is there to clean up after it.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

// The run holds the other end, which closes with it.
await buffer(process.stdin);
for (let left = processesOf(folder); left.length > 0; left = processesOf(folder)) {
  for (const pid of left) end(pid);
  await pause(20);
}
rmSync(folder, { recursive: true, force: true });

/** Processes that were started with a path in this folder, among their settings or their arguments. */
function processesOf(path: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)
    .filter(
      (pid) => textOf(pid, 'environ').includes(path) || textOf(pid, 'cmdline').includes(path),
    );
}

function textOf(pid: number, file: 'environ' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch {
    // It has ended, or is somebody else's.
    return '';
  }
}

function end(pid: number): void {
  // A database server that is killed leaves shared memory behind; this asks it not to wait for anybody.
  const isServer = textOf(pid, 'cmdline').includes('/bin/postgres');
  try {
    process.kill(pid, isServer ? 'SIGQUIT' : 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
