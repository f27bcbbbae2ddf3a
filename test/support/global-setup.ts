import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Cleans up when the run ends, however it ends. */
export let cleaner: ChildProcess;

/** The folder of all that this run writes, its database server among it. */
export default function setUp(): void {
  const folder = mkdtempSync(join(tmpdir(), 'sikkerby-test-'));
  // Root runs its database server as another user.
  chmodSync(folder, 0o711);
  process.env.TEST_DATA_DIR = folder;
  process.env.TMPDIR = folder;
  const script = fileURLToPath(new URL('cleaner.js', import.meta.url));
  cleaner = spawn(process.execPath, [script, folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  cleaner.unref();
}
