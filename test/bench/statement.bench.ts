import { programmes } from '@sikkerby/programmes';
import { readConfiguration } from '@sikkerby/configuration';
import { rebuild } from '@sikkerby/projections';
import { Cuts, Explain, Measures, type Measure } from '@sikkerby/statistics';
import { openSystem, type System } from '@sikkerby/system';
import { drawUp } from '../../libs/statistics/statements/draw-up.js';
import { compare, median, type Figure, type Time } from './measure.js';
import { emptyDatabase, settingsOn } from './programs.js';
import { fillWithCases } from './youth-concern-log.js';

const facts = 1_000_000;
const events = 20_000;
const cell = { year: 2017, by: 'district', code: 'noerrebro' } as const;

/**
 * A statement of all measures over so many facts, against one sequential aggregate over the same
 * tables; and how long it takes to explain one cell, whose events are in the log.
 */
export async function statementBench(url: string): Promise<(Figure | Time)[]> {
  const settings = settingsOn(await emptyDatabase(url, 'bench_statement'));
  const system = await openSystem(readConfiguration(settings), 'bench');
  try {
    const { store, projections, projectorPool: pool, readModels } = system;
    await fillWithCases(store, events);
    await rebuild({ projections, store, pool });
    const measures = new Measures(programmes.flatMap((programme) => programme.measures));
    const schemas = await fillWithFacts(system, measures.ofYear(cell.year));
    const { position, recordedAt } = await store.head();
    const cut = { year: cell.year, cut: position, cutAt: recordedAt ?? '' };
    const figure = await compare('statement of all measures, facts / one sequential aggregate', {
      ours: () => rateOf(() => drawUp(readModels, measures.ofYear(cell.year), cut)),
      baseline: () => rateOf(() => sequentialAggregate(system, schemas)),
      target: 0.33,
    });
    const explain = new Explain(measures, new Cuts(store, readModels), store, readModels);
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const started = performance.now();
      const { value = 0 } = await explain.cell('youth-concern.cases-handled', cell);
      if (value < 100) throw new Error('a cell worth explaining has facts');
      times.push(performance.now() - started);
    }
    const name = `explain one cell, beside ${String(facts)} facts`;
    return [figure, { name, milliseconds: median(times), atMost: 500 }];
  } finally {
    await system.close();
  }
}

async function rateOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (facts / (performance.now() - started)) * 1000;
}

/** As many facts of every measure's kind, over three years and districts that the log has not. */
async function fillWithFacts(system: System, measures: readonly Measure[]): Promise<string[]> {
  const { projectorPool: pool } = system;
  const { rows } = await pool.query<{ name: string; generation: string }>(
    `SELECT name, generation FROM projections.projection WHERE name LIKE '%.facts'`,
  );
  const kinds = [...new Map(measures.map((measure) => [measure.kind, measure])).values()];
  for (const { kind, where, breakdowns } of kinds) {
    const schema = rows.find(({ name }) => kind.startsWith(`${name.replace('.facts', '')}.`));
    if (!schema) throw new Error(`${kind} is of no programme`);
    const codes = Object.fromEntries([
      ...breakdowns.map(({ by, names }) => [by, Object.keys(names)[0] ?? 'x']),
      ...Object.entries(where).map(([code, values]) => [code, values[0]]),
    ]) as Record<string, string>;
    await pool.query(
      `INSERT INTO "${schema.generation}".fact (stream, key, asserted_at, asserted_by, retracted_at,
         retracted_by, kind, unit, person, district, codes, quantity, valid_from, valid_to)
       SELECT 'bench_' || $1::text || '-' || n, $1, '000000000001', 'event-' || n, NULL, NULL, $1,
         'unit-' || n, 'person-' || n % 20000, (ARRAY['indre-by', 'valby', 'vanloese'])[1 + n % 3],
         $2::jsonb || jsonb_build_object('place', 'place-' || n % 500, 'area', 'area-' || n % 90,
           'employee', 'worker-' || n % 300),
         1, day, day
       FROM (SELECT n, ((DATE '2016-01-01' + n % 1096)::text) AS day
         FROM generate_series(1, $3::integer) AS n) AS numbered`,
      [kind, JSON.stringify(codes), Math.ceil(facts / kinds.length)],
    );
  }
  const schemas = rows.map(({ generation }) => generation);
  for (const schema of schemas) await pool.query(`ANALYZE "${schema}".fact`);
  return schemas;
}

/** What one pass over the same rows costs, on one processor. */
async function sequentialAggregate({ projectorPool }: System, schemas: readonly string[]) {
  const client = await projectorPool.connect();
  try {
    await client.query('SET max_parallel_workers_per_gather = 0; SET enable_indexscan = off');
    const all = schemas.map((schema) => `SELECT kind, district, quantity FROM "${schema}".fact`);
    await client.query(
      `SELECT kind, district, count(*), sum(quantity) FROM (${all.join(' UNION ALL ')}) AS fact
       GROUP BY kind, district`,
    );
  } finally {
    await client.query('RESET ALL');
    client.release();
  }
}
