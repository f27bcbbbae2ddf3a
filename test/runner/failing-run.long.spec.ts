import { expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patience } from '../support/patience.js';
import { until } from '../support/until.js';

jest.setTimeout(patience(120));

it('a run in which a test fails ends with 1, names the test and leaves nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sikkerby-run-'));
  const planted = '<rootDir>/test/runner/planted/fails.ts';
  const { status, stderr } = spawnSync(
    process.execPath,
    ['node_modules/jest/bin/jest.js', `--testMatch=${planted}`],
    { env: { ...process.env, TMPDIR: folder, TEST_DATA_DIR: undefined }, encoding: 'utf8' },
  );
  expect(stderr).toContain('✕ fails, with a database that is never closed');
  expect(status).toBe(1);
  await until('the run has removed its files', () => {
    const left = readdirSync(folder).filter((name) => name.startsWith('sikkerby-'));
    return left.length === 0 || left;
  });
  rmSync(folder, { recursive: true });
});
