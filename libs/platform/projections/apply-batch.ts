import type { RecordedEvent } from '@sikkerby/kernel';
import type { ClientBase, Pool } from 'pg';
import type { Projection } from './projection.js';
import { RowsInMemory, type Poison } from './rows-in-memory.js';
import { loadStored, writeRows } from './stored-rows.js';
import { shapesOf } from './table-shape.js';

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
  const stored = await loadStored(client, generation, shapes, streams);
  const rows = new RowsInMemory(shapes);
  for (const [{ table }, loaded] of stored.rows) rows.load(table, loaded);
  const applied = foldAll(projection, events, rows, stored.setAside);
  await writeRows(client, generation, stored.rows, rows);
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
