import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { jsonOf } from '../../support/json.js';
import { plantedFaults } from './planted-faults.js';
import { patience } from '../../support/patience.js';

const seconds = 300;
jest.setTimeout(patience(seconds));

interface Result {
  readonly fullName: string;
  readonly status: 'passed' | 'failed' | 'pending';
}

const planted = Object.entries(plantedFaults).flatMap(([fault, { noticedBy }]) =>
  noticedBy.map((name) => `${fault} ${name}`),
);

test('each test of the contract fails on a fault that is planted for it', async () => {
  const results = await run(planted);
  const failed = results.filter(({ status }) => status === 'failed');
  expect(failed.map(({ fullName }) => fullName).sort()).toEqual([...planted].sort());

  const [anyFault = ''] = Object.keys(plantedFaults);
  const contract = results
    .filter(({ fullName }) => fullName.startsWith(anyFault))
    .map(({ fullName }) => fullName.slice(anyFault.length + 1));
  const noticing = Object.values(plantedFaults).flatMap(({ noticedBy }) => noticedBy);
  expect(contract.filter((name) => !noticing.includes(name))).toEqual([]);
});

/** What becomes of the contract's tests in a Jest of their own, in which those alone are run. */
async function run(names: readonly string[]): Promise<readonly Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sikkerby-planted-'));
  const outputFile = join(folder, 'results.json');
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const options = [
    ...['--testMatch', '**/planted-faults.suite.ts', '--outputFile', outputFile, '--json'],
    ...['--testNamePattern', `^(${escaped.join('|')})$`],
  ];
  // A test that fails may leave a connection open, which would keep this Jest from ending.
  const node = ['node_modules/jest/bin/jest.js', '--forceExit', ...options];
  // Tests that fail by the dozen say more than the megabyte that is allowed else.
  // All of them are to fail: some do by waiting, and need not wait longer on a slow machine.
  const env = { ...process.env, TEST_EFFORT: 'ordinary', TEST_SLOWNESS: '1' };
  const limits = { maxBuffer: Infinity, timeout: patience(seconds), env };
  const said = await new Promise<string>((resolve) =>
    execFile(process.execPath, node, limits, (_error, _stdout, stderr) => resolve(stderr)),
  );
  const text = await readFile(outputFile, 'utf8').catch(() => {
    throw new Error(`no results: ${said.slice(-2000)}`);
  });
  await rm(folder, { recursive: true });
  const { testResults } = jsonOf<{ testResults: { assertionResults: Result[] }[] }>(text);
  return testResults.flatMap(({ assertionResults }) => assertionResults);
}
