import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '@sikkerby/postgres';
import { appendBench } from './append.bench.js';
import { eventStoreDbBench } from './eventstoredb.bench.js';
import { httpBench } from './http.bench.js';
import { loadAndAppendBench } from './load-and-append.bench.js';
import type { Figure } from './measure.js';
import { rebuildBench } from './rebuild.bench.js';
import { subjectExportBench } from './subject-export.bench.js';

/** Each gets the URL of a fresh server and makes databases of its own. */
const benches: ((url: string) => Promise<Figure[]>)[] = [
  appendBench,
  loadAndAppendBench,
  rebuildBench,
  httpBench,
  subjectExportBench,
  eventStoreDbBench,
];

const folder = await mkdtemp(join(tmpdir(), 'sikkerby-bench-'));
const server = await startServer(folder);
const figures: Figure[] = [];
try {
  for (const bench of benches) figures.push(...(await bench(server.url)));
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(figures, undefined, 2));
} else {
  console.table(
    figures.map(({ name, ours, baseline, ratio, target }) => ({
      name,
      'a second': Math.round(ours),
      baseline: Math.round(baseline),
      ratio: ratio.toFixed(2),
      target: target === undefined ? '' : `at least ${String(target)}`,
    })),
  );
}
