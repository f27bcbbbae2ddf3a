import type { ClientBase } from 'pg';
import { tableIn } from './generation.js';
import type { AnyRow, RowsInMemory } from './rows-in-memory.js';
import { quote, type TableShape } from './table-shape.js';

/** What is stored of some streams. */
export interface Stored {
  /** Their rows in each table, exactly as they were put. */
  readonly rows: ReadonlyMap<TableShape, readonly AnyRow[]>;
  /** Those of the streams that are set aside. */
  readonly setAside: Set<string>;
}

/** A row of the table of that number, or the name of a stream that is set aside. */
type Content =
  | { readonly source: number; readonly content: Readonly<Record<string, unknown>> }
  | { readonly source: null; readonly content: string };

/** Reads all tables at once: a batch of one event would else spend most of its time asking. */
export async function loadStored(
  client: ClientBase,
  generation: string,
  shapes: readonly TableShape[],
  streams: readonly string[],
): Promise<Stored> {
  const ofTables = shapes.map(
    ({ name }, at) =>
      `SELECT ${String(at)} AS source, to_json(found) AS content
       FROM ${tableIn(generation, name)} found WHERE stream = ANY ($1)`,
  );
  const ofQuarantine = `SELECT NULL AS source, to_json(stream) AS content
     FROM projections.quarantined_stream WHERE stream = ANY ($1) AND generation = $2`;
  const { rows: found } = await client.query<Content>(
    [...ofTables, ofQuarantine].join('\nUNION ALL '),
    [streams, generation],
  );
  const rows = new Map<TableShape, AnyRow[]>(shapes.map((shape) => [shape, []]));
  const setAside = new Set<string>();
  for (const { source, content } of found) {
    if (source === null) {
      setAside.add(content);
      continue;
    }
    const shape = shapes[source];
    if (shape) rows.get(shape)?.push(rowOf(shape, content));
  }
  return { rows, setAside };
}

function rowOf({ columns }: TableShape, stored: Readonly<Record<string, unknown>>): AnyRow {
  const entries = columns.map(({ property, name }) => [property, stored[name]] as const);
  return Object.fromEntries(entries) as AnyRow;
}

/**
 * Writes what a fold has made of the rows that were loaded, in all tables at once. Rows are replaced,
 * never changed: one that is none of those loaded was put.
 */
export async function writeRows(
  client: ClientBase,
  generation: string,
  before: Stored['rows'],
  rows: RowsInMemory,
): Promise<void> {
  const values: unknown[] = [];
  const parameter = (value: unknown) => `$${String(values.push(value))}`;
  const changes: string[] = [];
  for (const [{ table, name, columns }, loaded] of before) {
    const target = tableIn(generation, name);
    const unchanged = new Set(loaded);
    const put = [...rows.of(table)].filter((row) => !unchanged.has(row));
    const replaced = new Set(put.map(keyOf));
    const gone = loaded.filter((row) => !rows.has(table, row) && !replaced.has(keyOf(row)));
    if (gone.length > 0) {
      const streams = parameter(gone.map(({ stream }) => stream));
      const keys = parameter(gone.map(({ key }) => key));
      changes.push(`DELETE FROM ${target} AS old
        USING unnest(${streams}::text[], ${keys}::text[]) AS gone (stream, key)
        WHERE old.stream = gone.stream AND old.key = gone.key`);
    }
    if (put.length > 0) {
      const stored = put.map((row) =>
        Object.fromEntries(columns.map(({ property, name }) => [name, row[property]])),
      );
      changes.push(`INSERT INTO ${target}
        SELECT * FROM json_populate_recordset(NULL::${target}, ${parameter(JSON.stringify(stored))})
        ON CONFLICT (stream, key) DO ${replacement(columns.map(({ name }) => name))}`);
    }
  }
  const last = changes.pop();
  if (last === undefined) return;
  const others = changes.map((change, at) => `change_${String(at)} AS (${change})`);
  const together = others.length > 0 ? `WITH ${others.join(', ')} ${last}` : last;
  await client.query(together, values);
}

const keyOf = ({ stream, key }: AnyRow) => JSON.stringify([stream, key]);

function replacement(columns: readonly string[]): string {
  const replaced = columns
    .filter((name) => name !== 'stream' && name !== 'key')
    .map((name) => `${quote(name)} = excluded.${quote(name)}`);
  return replaced.length > 0 ? `UPDATE SET ${replaced.join(', ')}` : 'NOTHING';
}
