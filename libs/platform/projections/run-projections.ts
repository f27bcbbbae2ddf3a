import { setTimeout as pause } from 'node:timers/promises';
import { DamagedStream, UnreadableLog } from '@sikkerby/event-store';
import { halt, lockControl, readControl, readControls, type Control } from './control.js';
import { follow, type Live, type ProjectionLog } from './follow.js';
import { IdleCheckpoints } from './idle-checkpoints.js';
import type { Projection } from './projection.js';
import { rebuild } from './rebuild.js';
import { inTransaction } from './transaction.js';

export interface RunProjections extends Omit<Live, 'log' | 'idle'> {
  readonly projections: readonly Projection[];
  readonly logger: ProjectionLog;
}

// How often a halted projection looks whether it was released, and the longest wait after a failure.
const second = 1000;

/**
 * Keeps the read models up to date until the signal is aborted; then the batches under way are
 * finished. Those that are missing or of another version are rebuilt first, in one reading of the
 * log, while the others run.
 */
export async function runProjections({ projections, logger, ...rest }: RunProjections) {
  const live: Live = { ...rest, log: logger, idle: new IdleCheckpoints(rest.pool) };
  const names = projections.map(({ name }) => name);
  const stored = await readControls(live.pool, names);
  const stale = projections.filter(({ version }, at) => stored[at]?.version !== version);
  await Promise.all([
    ...projections.map(async (projection, at) => {
      if (!stale.includes(projection)) await keepGoing(projection, live, stored[at]);
    }),
    untilAborted(live, async () => {
      if (stale.length > 0) await bringUp(stale, live);
      return 'done';
    }).then(() => Promise.all(stale.map((projection) => keepGoing(projection, live)))),
  ]);
}

async function bringUp(projections: readonly Projection[], live: Live): Promise<void> {
  const names = projections.map(({ name }) => name);
  live.log.info('rebuilding read models', { projection: names.join(' ') });
  const { store, pool, signal } = live;
  try {
    const rebuilt = await rebuild({ projections, store, pool, signal, onlyStale: true });
    live.log.info('read models rebuilt', {
      projection: rebuilt.switched.join(' '),
      events: rebuilt.events,
    });
  } catch (error) {
    if (!(error instanceof UnreadableLog)) throw error;
    for (const projection of projections) await haltAtUnreadable(error, projection, live);
  }
}

/**
 * One projection, whatever happens to it.
 * @param known how it stands, if that has just been read: all of them asking at once would take a
 *   connection each
 */
async function keepGoing(projection: Projection, live: Live, known?: Control): Promise<void> {
  const { pool, signal, log } = live;
  const { name, version } = projection;
  let ran = false;
  let justRead = known;
  await untilAborted(live, async () => {
    const control = justRead ?? (await readControl(pool, name));
    justRead = undefined;
    if (control.state === 'halted') {
      await pause(second, undefined, { signal });
    } else if (control.version === version) {
      ran = true;
      try {
        await follow(projection, control, live);
      } catch (error) {
        if (!(error instanceof UnreadableLog)) throw error;
        await haltAtUnreadable(error, projection, live);
      }
    } else if (ran) {
      log.warn('another version has taken over', { projection: name });
      return 'done';
    } else {
      await bringUp([projection], live);
    }
    return 'again';
  });
}

/** Does the step again and again, after a failure with growing pauses. */
async function untilAborted(
  { signal, log }: Live,
  step: () => Promise<'again' | 'done'>,
): Promise<void> {
  let wait = 50;
  while (!signal.aborted) {
    try {
      if ((await step()) === 'done') return;
      wait = 50;
    } catch (error) {
      if (isAborted(signal)) return;
      log.error('projections failed and will try again', error);
      wait = Math.min(wait * 2, 5 * second);
      await pause(wait * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
    }
  }
}

// A function, since TypeScript takes it that a property does not change across an await.
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function haltAtUnreadable(
  error: UnreadableLog,
  { name }: Projection,
  { pool, log }: Live,
): Promise<void> {
  const stream = error instanceof DamagedStream ? error.stream : '';
  await inTransaction(pool, async (client) => {
    const { checkpoint } = await lockControl(client, name);
    const there = { position: '', stream, event: '', error: error.name };
    await halt(client, name, there, checkpoint);
  });
  log.error('projection halted: the log cannot be read', error, { projection: name, stream });
}
