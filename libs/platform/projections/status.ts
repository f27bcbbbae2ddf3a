import { UnreadableLog, type EventStore } from '@sikkerby/event-store';
import type { Pool } from 'pg';
import { readControls, type Control } from './control.js';
import type { Projection } from './projection.js';
import type { Poison } from './rows-in-memory.js';

/** How a projection stands and how far it is behind the log. */
export interface ProjectionStatus extends Control {
  readonly lag: {
    /** Events in the log that it has not come to yet. */
    readonly events: number;
    /** Age of the first of them that it reads; undefined when that cannot be read. */
    readonly seconds: number | undefined;
  };
  /** Streams that it leaves out, by pointer. */
  readonly quarantined: readonly Poison[];
}

/** The status of each, in that order. */
export async function status(
  projections: readonly Projection[],
  store: EventStore,
  pool: Pool,
): Promise<ProjectionStatus[]> {
  const { position: head } = await store.head();
  const controls = await readControls(
    pool,
    projections.map(({ name }) => name),
  );
  const { rows } = await pool.query<Poison & { generation: string }>(
    'SELECT * FROM projections.quarantined_stream ORDER BY stream',
  );
  const statuses = controls.map(async (control, at): Promise<ProjectionStatus> => {
    const after = control.checkpoint ?? store.parsePosition('0');
    const reads = projections[at]?.reads ?? [];
    const events = await store.distance(after, head);
    return {
      ...control,
      lag: { events, seconds: events === 0 ? 0 : await waitedFor(store, reads, control) },
      quarantined: rows
        .filter(({ generation }) => generation === control.generation)
        .map(({ position, stream, event, error }) => ({ position, stream, event, error })),
    };
  });
  return Promise.all(statuses);
}

async function waitedFor(
  store: EventStore,
  typePrefixes: readonly string[],
  { checkpoint }: Control,
): Promise<number | undefined> {
  const after = checkpoint === undefined ? {} : { after: checkpoint };
  try {
    for await (const { events } of store.readAll({ ...after, typePrefixes, batchSize: 1 })) {
      const [first] = events;
      if (first) return Math.max(0, (Date.now() - Date.parse(first.recordedAt)) / 1000);
    }
    return 0;
  } catch (error) {
    if (error instanceof UnreadableLog) return undefined;
    throw error;
  }
}
