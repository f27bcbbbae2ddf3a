import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * `nest build`, incremental: only what a change touches is compiled again, and nothing when nothing has
 * changed. `nest build` itself emits before it checks the types, so that the compiler's state on disk
 * never says that a file was checked, and each build takes as long as the first.
 */
const sources = ['apps', 'libs', 'test'];
const settings = ['build.js', 'nest-cli.json', 'package-lock.json', 'tsconfig.json'];
const state = 'dist/tsconfig.tsbuildinfo';
/** Digests of the policies that were validated. */
const policies = 'dist/libs/platform/access/validated-policies.json';
/** Written when a build came to its end: the compiler writes its state after a wrong one too. */
const stamp = 'dist/built';

// Nest's compiler plugin for OpenAPI writes such letters into the paths of its imports in a form that
// Node does not find.
if (/[^\x20-\x7e]/.test(process.cwd())) {
  const advice = 'move this folder to a path of ASCII letters, and build it there';
  process.stderr.write(`${process.cwd()}: ${advice}\n`);
  process.exit(1);
}

const removed = removeOutputsWithoutSource();
if (removed || !isUpToDate()) {
  await compile();
}

async function compile() {
  if (settings.some((file) => changedAfter(file, lastBuild()))) rmSync(state, { force: true });
  // Loaded only when there is something to do: they take a second.
  const { BuildAction } = await import('@nestjs/cli/actions/build.action.js');
  const { default: ts } = await import('typescript');
  const action = new BuildAction();
  action.tsLoader = { load: () => ({ ...ts, createIncrementalProgram: checkedProgram }) };
  await action.handle({ apps: [], watch: false, watchAssets: false });
  await validatePolicies();
  writeFileSync(stamp, '');

  function checkedProgram(options) {
    const program = ts.createIncrementalProgram(options);
    ts.getPreEmitDiagnostics(program);
    return program;
  }
}

/** Policies that Cedar or the house refuses are no build; what is wrong with them is one line. */
async function validatePolicies() {
  try {
    await import('./dist/libs/platform/access/validate-policies.js');
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** A renamed file leaves its old output behind, which would go on being loaded and counted. */
function removeOutputsWithoutSource() {
  let count = 0;
  for (const file of filesIn('dist')) {
    const asset = file.replace(/^dist\//, '');
    const source = asset.replace(/\.js(\.map)?$/, '.ts');
    const isOurs = [state, stamp, policies].includes(file);
    if (!isOurs && !existsSync(asset) && !existsSync(source)) {
      rmSync(file);
      count += 1;
    }
  }
  return count > 0;
}

function isUpToDate() {
  const built = lastBuild();
  const files = [...settings, ...sources.flatMap(filesIn)];
  return built > 0 && !files.some((file) => changedAfter(file, built));
}

function lastBuild() {
  return statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function changedAfter(file, time) {
  return statSync(file).mtimeMs > time;
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
