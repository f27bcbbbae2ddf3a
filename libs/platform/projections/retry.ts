import type { EventStore } from '@sikkerby/event-store';
import type { ClientBase, Pool } from 'pg';
import { applyBatch } from './apply-batch.js';
import { lockControl, unhalt, type Control } from './control.js';
import { tableIn } from './generation.js';
import type { Projection } from './projection.js';
import type { Poison } from './rows-in-memory.js';
import { shapesOf } from './table-shape.js';
import { inTransaction } from './transaction.js';

export interface Retried {
  /** It was halted; a projector goes on with it within a second, and halts again if need be. */
  readonly released: boolean;
  /** Streams that are in the rows again. */
  readonly restored: readonly string[];
  /** Streams that are still set aside, and where they stop now. */
  readonly quarantined: readonly Poison[];
}

/**
 * After a fix: lets a halted projection run again, and folds streams that were set aside anew from
 * the log, each in a transaction of its own.
 */
export async function retry(
  projection: Projection,
  store: EventStore,
  pool: Pool,
): Promise<Retried> {
  const released = await unhalt(pool, projection.name);
  const { rows } = await pool.query<{ stream: string }>(
    `SELECT stream FROM projections.quarantined_stream
     JOIN projections.projection USING (generation) WHERE name = $1 ORDER BY stream`,
    [projection.name],
  );
  const restored: string[] = [];
  const quarantined: Poison[] = [];
  for (const { stream } of rows) {
    const again = await inTransaction(pool, async (client) => {
      const control = await lockControl(client, projection.name);
      return refold(client, projection, control, store, stream);
    });
    if (again) quarantined.push(again);
    else restored.push(stream);
  }
  return { released, restored, quarantined };
}

/** Makes the stream's rows anew, up to where the others are; poison where it stops again. */
async function refold(
  client: ClientBase,
  projection: Projection,
  { generation, checkpoint }: Control,
  store: EventStore,
  stream: string,
): Promise<Poison | undefined> {
  if (generation === undefined || checkpoint === undefined) return undefined;
  await client.query(
    'DELETE FROM projections.quarantined_stream WHERE generation = $1 AND stream = $2',
    [generation, stream],
  );
  for (const { name } of await shapesOf(projection)) {
    await client.query(`DELETE FROM ${tableIn(generation, name)} WHERE stream = $1`, [stream]);
  }
  const events = await store.readStream(stream, { upTo: { position: checkpoint } });
  const mine = events.filter(({ type }) =>
    projection.reads.some((prefix) => type.startsWith(prefix)),
  );
  const { quarantined } = await applyBatch(client, projection, generation, mine);
  return quarantined[0];
}
