import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasCode } from '@sikkerby/configuration';
import { removeServer } from './remove-server.js';

/** The folder of this run's database server, which the first test that needs it starts. */
export default async function setUp(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^sikkerby-test-(\d+)-/.exec(name)?.[1];
    if (pid && hasEnded(Number(pid))) await removeServer(join(tmpdir(), name));
  }
  process.env.TEST_DATA_DIR = mkdtempSync(join(tmpdir(), `sikkerby-test-${String(process.pid)}-`));
}

/** Whether the run was killed before it could tear down. */
function hasEnded(pid: number): boolean {
  try {
    return !process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}
