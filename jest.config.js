import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const isLong = (process.env.TEST_EFFORT ?? 'ordinary') !== 'ordinary';

// A server of one's own is for the one spec that asks for it: all others bring their store with them.
if (process.env.EVENTSTOREDB_URL !== undefined) {
  process.env.TEST_SERVER = process.env.EVENTSTOREDB_URL;
  delete process.env.EVENTSTOREDB_URL;
}

/** Those that are long only, and those that try things more often when they are given the time. */
function longSpecs() {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' });
  const specs = files.filter((file) => file.endsWith('.spec.ts'));
  const names = specs.filter(
    (file) =>
      file.endsWith('.long.spec.ts') ||
      /\/support\/(effort|in-turn)\.js'/.test(readFileSync(`test/${file}`, 'utf8')),
  );
  return names.map((file) => `<rootDir>/test/${file}`);
}

/** The aliases of the libs, as the compiler has them. */
function doorsOfLibs() {
  const { config } = ts.readConfigFile('tsconfig.json', (file) => readFileSync(file, 'utf8'));
  return Object.fromEntries(
    Object.entries(config.compilerOptions.paths).map(([alias, [file]]) => [
      `^${alias}$`,
      file.replace('./', '<rootDir>/'),
    ]),
  );
}

/** Those that need no database: what is beside the code, and a few folders of the tests. */
const unitSpecs = [
  '<rootDir>/libs/**/*.spec.ts',
  '<rootDir>/test/{events,house-rules}/*.spec.ts',
  '<rootDir>/test/golden-year/!(golden)-year.spec.ts',
  '<rootDir>/test/new-programme/**/!(*.long).spec.ts',
  '<rootDir>/test/people/{sharing-rules,units-of-persons}.spec.ts',
  '<rootDir>/test/erasure/rules.spec.ts',
  '<rootDir>/test/projections/versions.spec.ts',
];
const ordinarySpecs = ['<rootDir>/{apps,libs,test}/**/!(*.long).spec.ts'];

function specsOfThisRun() {
  if (process.env.TEST_SCOPE === 'unit') return unitSpecs;
  return isLong ? longSpecs() : ordinarySpecs;
}

/** @type {import('jest').Config} */
export default {
  rootDir: '.',
  testMatch: specsOfThisRun(),
  // Specs run as the build compiled them (npm run build): nothing is transformed here.
  testRunner: '<rootDir>/test/runner/compiled-specs.js',
  transform: {},
  // Which spec belongs to a changed file (npm run test:changed) is read off the imports.
  moduleNameMapper: {
    ...doorsOfLibs(),
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/data'],
  globalSetup: '<rootDir>/dist/test/support/global-setup.js',
  globalTeardown: '<rootDir>/dist/test/support/global-teardown.js',
  reporters: ['default', '<rootDir>/test/runner/progress-reporter.js'],
  testSequencer: '<rootDir>/test/support/longest-first.js',
  testTimeout: 30_000 * Number(process.env.TEST_SLOWNESS ?? 1),
  // Tests wait for processes and for the disk: two at once, also where there are only two cores.
  maxWorkers: 2,
};
