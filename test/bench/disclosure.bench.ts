import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attack, protect, unsafe, type Problem, type Protection } from '@sikkerby/disclosure';
import {
  codesOf,
  designs,
  finest,
  problemOf,
  published,
  syntheticYear,
  type Published,
} from '../disclosure/synthetic-years.js';
import type { Time } from './measure.js';

const cases = 2000;
const effort = 100;
const sizes = ['fourTwoWay', 'threeWay'] as const;
const seeds = [1, 2, 3];

/**
 * What it takes to choose what is hidden, fast and proven, and to attack it; beside each time what
 * was found. First six years at once, whose peak of memory is that of the process until then.
 * `BENCH_TABLES` names a folder into which the tables are written.
 */
export async function disclosureBench(): Promise<Time[]> {
  const times = await sixYears();
  for (const design of sizes) {
    for (const seed of seeds) {
      const counts = syntheticYear(seed, cases);
      const year = published(counts, designs[design]);
      const problem = problemOf([year]);
      const fast = await timed(() => protect(problem, { effort: 0 }));
      const best = await timed(() => protect(problem, { effort }));
      await isSafe(problem, best.result);
      await writeTables(`${design}-${seed}`, counts, year, best.result);
      const of = `${year.length} cells, year ${seed}`;
      times.push(
        { name: `${of}, fast: ${told(year, fast.result)}`, ...fast.time, atMost: 3_000 },
        { name: `${of}, proven: ${told(year, best.result)}`, ...best.time, atMost: 60_000 },
      );
    }
  }
  return times;
}

async function sixYears(): Promise<Time[]> {
  const all = [1, 2, 3, 4, 5, 6].map((seed) => ({ seed, counts: syntheticYear(seed, cases) }));
  const years = all.map(({ seed, counts }) => {
    return published(counts, designs.oneOfSixYears, `${seed} `);
  });
  const problem = problemOf(years);
  const fast = await timed(() => protect(problem, { effort: 0 }));
  const attacked = await timed(() => isSafe(problem, fast.result));
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  for (const [at, { seed, counts }] of all.entries()) {
    await writeTables(`sixYears-${seed}`, counts, years[at] ?? [], fast.result);
  }
  const of = `${years.flat().length} cells of six years`;
  return [
    { name: `${of}, fast: ${told(years.flat(), fast.result)}`, ...fast.time, atMost: 60_000 },
    { name: `${of}, attack, at most ${megabytes} MB`, ...attacked.time, atMost: 60_000 },
  ];
}

async function timed<Result>(work: () => Promise<Result>) {
  const started = performance.now();
  const result = await work();
  return { result, time: { milliseconds: performance.now() - started } };
}

async function isSafe(problem: Problem, { hidden, unprotectable }: Protection): Promise<void> {
  const found = await unsafe(problem, await attack(problem, new Set(hidden)));
  if (found.length > 0 || unprotectable.length > 0)
    throw new Error('a bench publishes what is safe');
}

/** How much is hidden and how far it may be from the best. */
function told(year: readonly Published[], { hidden, cost, bound }: Protection): string {
  const chosen = new Set(hidden);
  const isSensitive = ({ value }: Published) => value > 0 && value < 5;
  const further = year.filter((cell) => chosen.has(cell.key) && !isSensitive(cell));
  const sum = (cells: readonly Published[]) => cells.reduce((all, { value }) => all + value, 0);
  const share = ((100 * sum(further)) / sum(year)).toFixed(1);
  const gap = cost > 0 ? ((100 * (cost - bound)) / cost).toFixed(1) : '0.0';
  const sensitive = `${year.filter(isSensitive).length} sensitive`;
  const cells = `${further.length} further hidden (${share} % of the count)`;
  return `${sensitive}, ${cells}${bound > 0 || cost === 0 ? `, gap ${gap} %` : ''}`;
}

/** The finest counts, and what is published of them; as R's packages read it. */
async function writeTables(
  name: string,
  counts: readonly number[],
  year: readonly Published[],
  { hidden }: Protection,
): Promise<void> {
  const folder = process.env.BENCH_TABLES;
  if (!folder) return;
  const chosen = new Set(hidden);
  const fine = Array.from({ length: finest }, (_, cell) => [...codesOf(cell), counts[cell] ?? 0]);
  const cells = year.map(({ key, margin, value }) => {
    return [...margin.map((code) => (code < 0 ? 'Total' : code)), value, Number(chosen.has(key))];
  });
  const head = 'district,age,gender,source,count';
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}-finest.csv`), csv([head, ...fine.map(String)]));
  await writeFile(join(folder, `${name}-cells.csv`), csv([`${head},hidden`, ...cells.map(String)]));
}

function csv(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
