import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonOf } from '../support/json.js';
import { codeMutants } from './code-mutants.js';
import { applied, told, type Mutant } from './mutant.js';
import { policyMutants } from './policy-mutants.js';
import { isQuick, Quick } from './quick.js';
import { reportOf, scoreOf, wantedScore, type Result } from './results.js';
import { sample } from './sample.js';
import { sourceLine } from './source-line.js';
import { SpecTimes } from './spec-times.js';
import { specsFor, targets, type Group } from './targets.js';
import { Tree } from './tree.js';

const checkout = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');
const kept = join(checkout, 'data/mutants');
const resultsFile = join(kept, 'results.ndjson');
const { env } = process;
const settings = {
  mutants: Number(env.MUTANTS ?? 240),
  seed: Number(env.SEED ?? 1),
  only: env.ONLY ?? '',
  minutes: Number(env.MINUTES ?? 24 * 60),
  secondsEach: Number(env.SECONDS_EACH ?? 90),
};

/** What a database that is ready for tests was made by: it is made anew with the mutant. */
const makesTables = /migration|view|projection/;

interface Chosen {
  readonly id: string;
  readonly group: Group;
  readonly file: string;
  readonly compiled: string;
  readonly mutant: Mutant;
}

const tree = Tree.copyOf(checkout);
const quick = new Quick(tree.root);
const times = new SpecTimes(tree, join(kept, 'spec-times.json'));
/** How many seconds each spec takes that needs no database; null for one that fails without a mutant. */
const quickSeconds = new Map<string, number | null>();
try {
  await main();
} finally {
  quick.end();
  await tree.remove();
}

async function main(): Promise<void> {
  const chosen = choose();
  const done = resultsBefore();
  const end = Date.now() + settings.minutes * 60_000;
  const unknown = () => chosen.filter(({ id }) => !done.has(id));
  const note = (result: Result) => {
    done.set(result.id, result);
    appendFileSync(resultsFile, `${JSON.stringify(result)}\n`);
    const { outcome, file, line, mutation, by = '' } = result;
    console.error(`${outcome.padEnd(8)} ${file}:${line} ${mutation} ${by}`);
  };
  const longLast = unknown().sort(
    (one, other) => Number(one.group.takesLong ?? false) - Number(other.group.takesLong ?? false),
  );
  for (const each of longLast) {
    const result = Date.now() < end ? await quickly(each) : undefined;
    if (result) note(result);
  }
  for (const each of unknown()) {
    if (Date.now() < end) note(await thoroughly(each));
  }
  for (const each of unknown()) done.set(each.id, { ...described(each), outcome: 'not tried' });
  const results = chosen.flatMap(({ id }) => done.get(id) ?? []);
  console.log(`seed ${settings.seed}, ${results.length} of ${chosen.length} mutants\n`);
  console.log(reportOf(results));
  if (scoreOf(results) < wantedScore) process.exitCode = 1;
}

/** As many of each group, in turn, so that a run that is ended early is even too. */
function choose(): Chosen[] {
  const all = [...targets(checkout)]
    .map(([group, files]) => ({ group, files: files.filter((f) => f.includes(settings.only)) }))
    .filter(({ files }) => files.length > 0);
  const each = Math.ceil(settings.mutants / all.length);
  const chosen = all.map(({ group, files }) =>
    sample(
      files.map((file) => mutantsOf(group, file)),
      each,
      settings.seed,
    ),
  );
  return Array.from({ length: each }, (_, turn) =>
    chosen.flatMap((ofGroup) => ofGroup.slice(turn, turn + 1)),
  ).flat();
}

function mutantsOf(group: Group, file: string): Chosen[] {
  const compiled = `dist/${file.replace(/\.ts$/, '.js')}`;
  const text = tree.read(compiled);
  const version = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const mutants = file.endsWith('.cedar') ? policyMutants(text) : codeMutants(text);
  return mutants.map((mutant) => {
    const { start, end, becomes } = mutant;
    const id = `${file}@${version}:${start}-${end}:${becomes}`;
    return { id, group, file, compiled, mutant };
  });
}

/** What the specs say that need no database; undefined when they notice nothing. */
async function quickly(chosen: Chosen): Promise<Result | undefined> {
  const { group, file, compiled, mutant } = chosen;
  const specs = specsFor(tree.root, group, file).filter(isQuick);
  const sound = await passing(specs, group);
  if (sound.length === 0) return undefined;
  const text = tree.read(compiled);
  const answer = await tree.with(compiled, applied(mutant, text), () =>
    quick.ask(sound, patternOf(group), 30 + 4 * sumOfSeconds(sound)),
  );
  if (answer === 'late') return { ...described(chosen), outcome: 'late' };
  if (answer.failed === null) return undefined;
  return { ...described(chosen), outcome: 'killed', by: answer.failed };
}

/** Those that pass without a mutant. */
async function passing(specs: readonly string[], group: Group): Promise<string[]> {
  for (const spec of specs.filter((each) => !quickSeconds.has(each))) {
    const start = Date.now();
    const answer = await quick.ask([spec], patternOf(group), 120);
    const passed = answer !== 'late' && answer.failed === null;
    quickSeconds.set(spec, passed ? (Date.now() - start) / 1000 : null);
    if (!passed) console.error(`is not asked quickly: ${spec}`);
  }
  return specs.filter(wasAskedQuickly);
}

function wasAskedQuickly(spec: string): boolean {
  return typeof quickSeconds.get(spec) === 'number';
}

function sumOfSeconds(specs: readonly string[]): number {
  return specs.reduce((sum, spec) => sum + (quickSeconds.get(spec) ?? 0), 0);
}

/** What the specs say that a database server is started for, and those that are not quick. */
async function thoroughly(chosen: Chosen): Promise<Result> {
  const { group, file, compiled, mutant } = chosen;
  const text = tree.read(compiled);
  const specs = specsFor(tree.root, group, file).filter((spec) => !wasAskedQuickly(spec));
  const asked = await times.within(specs, settings.secondsEach);
  const result = described(chosen);
  if (asked.length === 0) return { ...result, outcome: 'survived' };
  const { passed, late, output } = await tree.with(compiled, applied(mutant, text), () =>
    tree.specs(
      asked,
      30 + 3 * times.sumOf(asked),
      ['--bail', '-t', patternOf(group)],
      makesTables.test(file),
    ),
  );
  if (late) return { ...result, outcome: 'late' };
  if (passed) return { ...result, outcome: 'survived' };
  return { ...result, outcome: 'killed', by: /FAIL (\S+)/.exec(output)?.[1] };
}

function described({ id, group, file, compiled, mutant }: Chosen): Omit<Result, 'outcome'> {
  const text = tree.read(compiled);
  return {
    ...{ id, group: group.name, file },
    line: sourceLine(tree, compiled, text, mutant.start),
    mutation: told(mutant, text),
  };
}

function patternOf({ butTests }: Group): string {
  return butTests === undefined ? '' : `^(?!.*${butTests})`;
}

/** What an earlier run has found of the same mutants of the same files, with RESUME set. */
function resultsBefore(): Map<string, Result> {
  mkdirSync(kept, { recursive: true });
  if (env.RESUME === undefined) rmSync(resultsFile, { force: true });
  const lines = existsSync(resultsFile) ? readFileSync(resultsFile, 'utf8').split('\n') : [];
  const results = lines.filter(Boolean).map((line) => jsonOf<Result>(line));
  return new Map(results.map((result) => [result.id, result]));
}
