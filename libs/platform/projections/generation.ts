import type { ClientBase, Pool } from 'pg';
import type { Projection } from './projection.js';
import { fenceOf } from './seen-by.js';
import { quote, shapesOf, type TableShape } from './table-shape.js';
import { inTransaction } from './transaction.js';

/** Name of the schema that holds a table of this generation, as SQL. */
export function tableIn(generation: string, table: string): string {
  return `${quote(generation)}.${quote(table)}`;
}

function stem({ name }: Projection): string {
  const words = name.replaceAll(/[^a-z0-9]+/g, '_');
  if (words.length > 45) throw new Error(`${name} is too long for the name of a projection`);
  return words;
}

/** A new schema with bare tables, without keys and indexes; returns its name. */
export async function createGeneration(pool: Pool, projection: Projection): Promise<string> {
  const [generation = ''] = await newNames(pool, [projection]);
  await pool.query(toCreate(generation, await shapesOf(projection)).join('; '));
  return generation;
}

/**
 * Keys, indexes, statistics for the planner, then at once the fence and the readers' rights: nobody
 * reads before it stands. After the rows are in.
 */
export async function finishGeneration(
  pool: Pool,
  projection: Projection,
  generation: string,
): Promise<void> {
  const shapes = await shapesOf(projection);
  await Promise.all(shapes.map((shape) => pool.query(toIndex(generation, shape).join('; '))));
  await pool.query(toOpen(projection, generation, shapes).join('; '));
}

/** Generations that are whole, of projections of which there is nothing to fold; their names. */
export async function createEmptyGenerations(
  client: ClientBase,
  projections: readonly Projection[],
): Promise<string[]> {
  const names = await newNames(client, projections);
  const statements: string[] = [];
  for (const [at, projection] of projections.entries()) {
    const name = names[at] ?? '';
    const shapes = await shapesOf(projection);
    statements.push(
      ...toCreate(name, shapes),
      ...shapes.flatMap((shape) => toIndex(name, shape)),
      ...toOpen(projection, name, shapes),
    );
  }
  await client.query(statements.join('; '));
  return names;
}

async function newNames(
  db: ClientBase | Pool,
  projections: readonly Projection[],
): Promise<string[]> {
  const stems = projections.map(stem);
  const { rows } = await db.query<{ number: string }>(
    `SELECT nextval('projections.generation_number') AS number FROM generate_series(1, $1)`,
    [projections.length],
  );
  return rows.map(
    ({ number }, at) => `${stems[at] ?? ''}_v${String(projections[at]?.version)}_g${number}`,
  );
}

function toCreate(generation: string, shapes: readonly TableShape[]): string[] {
  const tables = shapes.map(({ name, columns }) => {
    const definitions = columns.map(({ definition }) => definition);
    return `CREATE TABLE ${tableIn(generation, name)} (${definitions.join(', ')})`;
  });
  return [`CREATE SCHEMA ${quote(generation)}`, ...tables];
}

function toIndex(generation: string, { name, indexes }: TableShape): string[] {
  const table = tableIn(generation, name);
  return [
    `ALTER TABLE ${table} ADD PRIMARY KEY (stream, key)`,
    ...indexes.map((index) => `CREATE INDEX ON ${table} ${index}`),
    `ANALYZE ${table}`,
  ];
}

function toOpen(
  projection: Projection,
  generation: string,
  shapes: readonly TableShape[],
): string[] {
  const schema = quote(generation);
  return [
    ...fenceOf(projection, shapes, ({ name }) => tableIn(generation, name)),
    `GRANT USAGE ON SCHEMA ${schema} TO sikkerby_app`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO sikkerby_app`,
  ];
}

/** Schemas of the projections that nobody reads from: what interrupted rebuilds left behind. */
export async function leftOver(pool: Pool, projections: readonly Projection[]): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT nspname AS name FROM pg_namespace
     WHERE nspname ~ ANY ($1) AND nspname NOT IN
       (SELECT generation FROM projections.projection WHERE generation IS NOT NULL)`,
    [projections.map((projection) => `^${stem(projection)}_v\\d+_g\\d+$`)],
  );
  return rows.map(({ name }) => name);
}

/** Drops the schema once those who read from it are done; new readers do not find it any more. */
export async function dropGeneration(pool: Pool, generation: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [generation]);
    await client.query(`DROP SCHEMA IF EXISTS ${quote(generation)} CASCADE`);
    await client.query('DELETE FROM projections.quarantined_stream WHERE generation = $1', [
      generation,
    ]);
  });
}
