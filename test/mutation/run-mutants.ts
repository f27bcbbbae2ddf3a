import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeMutants } from './code-mutants.js';
import { applied, told, type Mutant } from './mutant.js';
import { policyMutants } from './policy-mutants.js';
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
  secondsEach: Number(env.SECONDS_EACH ?? 60),
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
try {
  await main();
} finally {
  await tree.remove();
}

async function main(): Promise<void> {
  const chosen = choose();
  const done = resultsBefore();
  const open = chosen.filter(({ id }) => !done.has(id));
  const times = new SpecTimes(tree, join(kept, 'spec-times.json'));
  const end = Date.now() + settings.minutes * 60_000;
  for (const each of open) {
    if (Date.now() > end) break;
    const result = await tryOut(each, times);
    done.set(each.id, result);
    appendFileSync(resultsFile, `${JSON.stringify(result)}\n`);
    const { outcome, file, line, mutation, by = '' } = result;
    console.error(`${outcome.padEnd(8)} ${file}:${line} ${mutation} ${by}`);
  }
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

async function tryOut(chosen: Chosen, times: SpecTimes): Promise<Result> {
  const { id, group, file, compiled, mutant } = chosen;
  const text = tree.read(compiled);
  const mutation = told(mutant, text);
  const result = {
    ...{ id, group: group.name, file, mutation },
    line: sourceLine(tree, compiled, text, mutant.start),
  };
  const specs = specsFor(checkout, group, file);
  // What needs no database is asked first.
  for (const beside of [true, false]) {
    const stage = specs.filter((spec) => spec.startsWith('libs/') === beside);
    const asked = await times.within(stage, settings.secondsEach);
    if (asked.length === 0) continue;
    const but = group.butTests === undefined ? [] : ['-t', `^(?!.*${group.butTests})`];
    const { passed, late, output } = await tree.with(compiled, applied(mutant, text), () =>
      tree.specs(asked, 30 + 3 * times.sumOf(asked), ['--bail', ...but], makesTables.test(file)),
    );
    if (late) return { ...result, outcome: 'late' };
    if (!passed) return { ...result, outcome: 'killed', by: /FAIL (\S+)/.exec(output)?.[1] };
  }
  return { ...result, outcome: 'survived' };
}

/** What an earlier run has found of the same mutants of the same files, with RESUME set. */
function resultsBefore(): Map<string, Result> {
  mkdirSync(kept, { recursive: true });
  if (env.RESUME === undefined) rmSync(resultsFile, { force: true });
  const lines = existsSync(resultsFile) ? readFileSync(resultsFile, 'utf8').split('\n') : [];
  const results = lines.filter(Boolean).map((line) => JSON.parse(line) as Result);
  return new Map(results.map((result) => [result.id, result]));
}
