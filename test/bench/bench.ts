import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '@sikkerby/postgres';
import { appendBench } from './append.bench.js';
import { disclosureBench } from './disclosure.bench.js';
import { eventStoreDbBench } from './eventstoredb.bench.js';
import { httpBench } from './http.bench.js';
import { intakeBench } from './intake.bench.js';
import { loadAndAppendBench } from './load-and-append.bench.js';
import { freezeBench } from './freeze.bench.js';
import { hiddenBench } from './hidden.bench.js';
import type { Figure, Time } from './measure.js';
import { policiesBench } from './policies.bench.js';
import { protectedReadsBench } from './protected-reads.bench.js';
import { rebuildBench } from './rebuild.bench.js';
import { statementBench } from './statement.bench.js';
import { subjectExportBench } from './subject-export.bench.js';

/** Each gets the URL of a fresh server and makes databases of its own. */
const benches: Record<string, (url: string) => Promise<(Figure | Time)[]>> = {
  append: appendBench,
  load: loadAndAppendBench,
  rebuild: rebuildBench,
  http: httpBench,
  reads: protectedReadsBench,
  policies: policiesBench,
  hidden: hiddenBench,
  export: subjectExportBench,
  intake: intakeBench,
  statement: statementBench,
  freeze: freezeBench,
  disclosure: disclosureBench,
  eventstoredb: eventStoreDbBench,
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' } },
  allowPositionals: true,
});
const wanted = positionals.length > 0 ? positionals : Object.keys(benches);
const folder = await mkdtemp(join(tmpdir(), 'sikkerby-bench-'));
const server = await startServer(folder);
const figures: (Figure | Time)[] = [];
try {
  for (const name of wanted) {
    const bench = benches[name];
    if (!bench) throw new RangeError(`the benches are ${Object.keys(benches).join(', ')}`);
    figures.push(...(await bench(server.url)));
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}

if (values.json) {
  console.log(JSON.stringify(figures, undefined, 2));
} else {
  console.table(figures.map(row));
}

function row(figure: Figure | Time) {
  const { name } = figure;
  if ('milliseconds' in figure) {
    const { milliseconds, atMost } = figure;
    return { name, milliseconds: milliseconds.toFixed(3), target: `at most ${String(atMost)}` };
  }
  const { ours, baseline, ratio, target } = figure;
  return {
    name,
    'a second': Math.round(ours),
    baseline: Math.round(baseline),
    ratio: ratio.toFixed(2),
    target: target === undefined ? '' : `at least ${String(target)}`,
  };
}
