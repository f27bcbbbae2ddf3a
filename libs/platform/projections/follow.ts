import type { LogFields, Logger } from '@sikkerby/configuration';
import type { EventStore } from '@sikkerby/event-store';
import type { Position, RecordedEvent } from '@sikkerby/kernel';
import type { Pool } from 'pg';
import { applyBatch } from './apply-batch.js';
import { halt, moveCheckpoint, readControl, type Control } from './control.js';
import type { IdleCheckpoints } from './idle-checkpoints.js';
import type { Projection } from './projection.js';
import type { Poison } from './rows-in-memory.js';
import { inTransaction } from './transaction.js';

/** Where read models say what they do. */
export type ProjectionLog = Pick<Logger, 'info' | 'warn' | 'error'>;

export interface Live {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly signal: AbortSignal;
  readonly log: ProjectionLog;
  readonly idle: IdleCheckpoints;
}

/**
 * Keeps a projection's rows up to date from where it stands. Returns when it halts, when its rows
 * moved to another generation, or when the signal is aborted.
 */
export async function follow(projection: Projection, start: Control, live: Live): Promise<void> {
  const { store, pool, signal } = live;
  let known = start;
  const after = start.checkpoint === undefined ? {} : { after: start.checkpoint };
  for await (const batch of store.subscribe({
    ...after,
    typePrefixes: projection.reads,
    signal,
  })) {
    while (isBefore(known.checkpoint, batch.through)) {
      const moved = await advance(projection, known, batch, live);
      if (moved) {
        known = { ...known, checkpoint: batch.through };
        continue;
      }
      // Another projector or a switch was here, or it has halted: go on from what is stored now.
      known = await readControl(pool, projection.name);
      if (known.state === 'halted' || known.generation !== start.generation) return;
    }
  }
}

function isBefore(checkpoint: Position | undefined, position: Position): boolean {
  return checkpoint === undefined || checkpoint < position;
}

/** Rows and checkpoint in one transaction. False when the checkpoint did not come to the batch's end. */
async function advance(
  projection: Projection,
  known: Control,
  { events, through }: { events: readonly RecordedEvent[]; through: Position },
  { pool, log, idle }: Live,
): Promise<boolean> {
  const { name } = projection;
  const { generation, checkpoint } = known;
  if (generation === undefined) return false;
  const unseen = events.filter(({ position }) => isBefore(checkpoint, position));
  if (unseen.length === 0 && (await idle.move(known, through))) return true;
  return inTransaction(pool, async (client) => {
    if (!(await moveCheckpoint(client, known, through))) return false;
    const { halted, quarantined } = await applyBatch(client, projection, generation, unseen);
    for (const poison of quarantined) {
      log.error('stream set aside', undefined, pointer(name, poison));
    }
    if (!halted) return true;
    const at = unseen.findIndex(({ id }) => id === halted.event);
    await halt(client, name, halted, unseen[at - 1]?.position ?? checkpoint);
    log.error('projection halted', undefined, pointer(name, halted));
    return false;
  });
}

function pointer(projection: string, { position, stream, error }: Poison): LogFields {
  return { projection, position, stream, error };
}
