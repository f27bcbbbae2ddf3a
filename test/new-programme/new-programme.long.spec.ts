import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(400));

const left = ['node_modules', 'data', '.git'];
const state = 'dist/tsconfig.tsbuildinfo';

let house = '';

/** A copy of the checkout as it was built: only what a programme more touches is compiled again. */
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'sikkerby-new-programme-'));
  for (const name of readdirSync('.').filter((each) => !left.includes(each))) {
    cpSync(name, join(house, name), { recursive: true, preserveTimestamps: true });
  }
  const packages = realpathSync('node_modules');
  symlinkSync(packages, join(house, 'node_modules'));
  // The compiler follows the link, and would take packages in another folder for changed ones.
  const known = readFileSync(state, 'utf8');
  const folder = relative(join(house, 'dist'), packages);
  writeFileSync(join(house, state), known.replaceAll('"../node_modules/', `"${folder}/`));
});
afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

function run(...words: readonly string[]) {
  const env = { ...process.env, TEST_DATA_DIR: undefined, TEST_EFFORT: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: house,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const generate = (...words: readonly string[]) =>
  run('dist/test/new-programme/new-programme.js', ...words);

it('a new programme compiles, keeps the rules of the house, is played and counted', () => {
  const programmes = () => readFileSync(join(house, 'libs/programmes/programmes.ts'), 'utf8');
  const before = programmes();
  expect(generate('annual-report')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'annual-report: there is a context of that name\n',
  });
  expect(programmes()).toBe(before);

  expect(generate('night-walk', '--title-en', 'Night walks')).toMatchObject({
    status: 0,
    stderr: '',
  });
  expect(programmes()).not.toBe(before);
  expect(run('build.js')).toEqual({ status: 0, stdout: '', stderr: '' });
  const specs = [
    'libs/programmes/night-walk/*.spec.ts',
    'test/house-rules/*.spec.ts',
    'test/new-programme/planted/*.ts',
  ];
  const { status, stderr } = run(
    'node_modules/jest/bin/jest.js',
    ...specs.map((spec) => `--testMatch=<rootDir>/${spec}`),
  );
  expect(stderr).toContain(`${specs.length} passed`);
  expect(status).toBe(0);
});
