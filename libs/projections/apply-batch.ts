import type { RecordedEvent } from '@sikkerby/kernel';
import type { ClientBase, Pool } from 'pg';
import type { Projection } from './projection.js';
import { RowsInMemory, type AnyRow, type Poison } from './rows-in-memory.js';
import { loadRows, writeRows } from './stored-rows.js';
import { shapesOf, type TableShape } from './table-shape.js';

/** What a batch came to. With `halted`, the rows are those of the events before it. */
export interface Applied {
  readonly halted: Poison | undefined;
  readonly quarantined: readonly Poison[];
}

/**
 * Folds the events into the rows of a generation, within the caller's transaction: reads the rows of
 * the events' streams, folds in memory, writes what has changed. The caller holds the projection's
 * row, so that nobody else writes to the generation.
 */
export async function applyBatch(
  client: ClientBase,
  projection: Projection,
  generation: string,
  events: readonly RecordedEvent[],
): Promise<Applied> {
  if (events.length === 0) return { halted: undefined, quarantined: [] };
  const shapes = await shapesOf(projection);
  const streams = [...new Set(events.map(({ stream }) => stream))];
  const setAside = await quarantinedAmong(client, generation, streams);
  const rows = new RowsInMemory(shapes);
  const before = new Map<TableShape, AnyRow[]>();
  for (const shape of shapes) {
    const loaded = await loadRows(client, generation, shape, streams);
    rows.load(shape.table, loaded);
    before.set(shape, loaded);
  }
  const applied = foldAll(projection, events, rows, setAside);
  for (const [shape, loaded] of before) {
    await writeRows(client, generation, shape, loaded, rows);
  }
  await quarantine(client, generation, applied.quarantined);
  return applied;
}

/** Folds events until one halts; streams that are set aside are left as they are. */
export function foldAll(
  projection: Projection,
  events: readonly RecordedEvent[],
  rows: RowsInMemory,
  setAside: Set<string>,
): Applied {
  const quarantined: Poison[] = [];
  for (const event of events) {
    if (setAside.has(event.stream)) continue;
    const poison = rows.fold(projection, event);
    if (!poison) continue;
    if (projection.onPoison === 'halt') return { halted: poison, quarantined };
    setAside.add(event.stream);
    quarantined.push(poison);
  }
  return { halted: undefined, quarantined };
}

async function quarantinedAmong(
  client: ClientBase,
  generation: string,
  streams: readonly string[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ stream: string }>(
    `SELECT stream FROM projections.quarantined_stream
     WHERE generation = $1 AND stream = ANY ($2)`,
    [generation, streams],
  );
  return new Set(rows.map(({ stream }) => stream));
}

/** Sets streams aside by pointer. */
export async function quarantine(
  client: ClientBase | Pool,
  generation: string,
  poisons: readonly Poison[],
): Promise<void> {
  if (poisons.length === 0) return;
  await client.query(
    `INSERT INTO projections.quarantined_stream (generation, stream, position, event, error)
     SELECT $1, stream, position, event, error
     FROM json_to_recordset($2) AS poison (stream text, position text, event text, error text)`,
    [generation, JSON.stringify(poisons)],
  );
}
