import type { ClientBase } from 'pg';
import { tableIn } from './generation.js';
import type { AnyRow, RowsInMemory } from './rows-in-memory.js';
import { quote, type TableShape } from './table-shape.js';

/** The rows that these streams have in a table, exactly as they were put. */
export async function loadRows(
  client: ClientBase,
  generation: string,
  { name, columns }: TableShape,
  streams: readonly string[],
): Promise<AnyRow[]> {
  const { rows } = await client.query<{ row: Record<string, unknown> }>(
    `SELECT to_json(found) AS row FROM ${tableIn(generation, name)} found
     WHERE stream = ANY ($1)`,
    [streams],
  );
  return rows.map(({ row }) => {
    const entries = columns.map(({ property, name }) => [property, row[name]] as const);
    return Object.fromEntries(entries) as unknown as AnyRow;
  });
}

/**
 * Writes what a fold has made of the rows that were loaded. Rows are replaced, never changed: one
 * that is none of those loaded was put.
 */
export async function writeRows(
  client: ClientBase,
  generation: string,
  { table, name, columns }: TableShape,
  loaded: readonly AnyRow[],
  rows: RowsInMemory,
): Promise<void> {
  const target = tableIn(generation, name);
  const gone = loaded.filter((row) => !rows.has(table, row));
  if (gone.length > 0) {
    await client.query(
      `DELETE FROM ${target} AS old USING unnest($1::text[], $2::text[]) AS gone (stream, key)
       WHERE old.stream = gone.stream AND old.key = gone.key`,
      [gone.map(({ stream }) => stream), gone.map(({ key }) => key)],
    );
  }
  const unchanged = new Set(loaded);
  const put = [...rows.of(table)]
    .filter((row) => !unchanged.has(row))
    .map((row) => Object.fromEntries(columns.map(({ property, name }) => [name, row[property]])));
  if (put.length > 0) {
    await client.query(
      `INSERT INTO ${target} SELECT * FROM json_populate_recordset(NULL::${target}, $1)
       ON CONFLICT (stream, key) DO ${replacement(columns.map(({ name }) => name))}`,
      [JSON.stringify(put)],
    );
  }
}

function replacement(columns: readonly string[]): string {
  const replaced = columns
    .filter((name) => name !== 'stream' && name !== 'key')
    .map((name) => `${quote(name)} = excluded.${quote(name)}`);
  return replaced.length > 0 ? `UPDATE SET ${replaced.join(', ')}` : 'NOTHING';
}
