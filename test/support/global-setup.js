import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeServer } from './remove-server.js';

/** The folder of this run's database server, which the first test that needs it starts. */
export default async function setUp() {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^sikkerby-test-(\d+)-/.exec(name)?.[1];
    if (pid && hasEnded(Number(pid))) await removeServer(join(tmpdir(), name));
  }
  process.env.TEST_DATA_DIR = mkdtempSync(join(tmpdir(), `sikkerby-test-${process.pid}-`));
}

/** Whether the run was killed before it could tear down. */
function hasEnded(pid) {
  try {
    return !process.kill(pid, 0);
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
