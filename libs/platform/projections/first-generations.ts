import type { EventStore } from '@sikkerby/event-store';
import type { Pool } from 'pg';
import { lockNeverBuilt, putFirst, readControls } from './control.js';
import { createEmptyGenerations } from './generation.js';
import type { Projection } from './projection.js';
import { inTransaction } from './transaction.js';

/**
 * While the log is empty, makes the rows of all projections that were never built: none, in one
 * transaction. What is appended meanwhile comes after their checkpoint.
 * @returns those that it made
 */
export async function buildFromEmptyLog(
  projections: readonly Projection[],
  store: EventStore,
  pool: Pool,
): Promise<Projection[]> {
  const controls = await readControls(
    pool,
    projections.map(({ name }) => name),
  );
  const missing = projections.filter((_, at) => controls[at]?.generation === undefined);
  if (missing.length === 0) return [];
  const { position, recordedAt } = await store.head();
  if (recordedAt !== undefined) return [];
  return inTransaction(pool, async (client) => {
    const built = await lockNeverBuilt(client, missing);
    const names = await createEmptyGenerations(client, built);
    const first = built.map(({ name, version }, at) => ({
      ...{ name, version, generation: names[at] ?? '' },
    }));
    await putFirst(client, first, position);
    return built;
  });
}
