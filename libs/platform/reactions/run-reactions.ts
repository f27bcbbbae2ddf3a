import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@sikkerby/configuration';
import type { EventStore } from '@sikkerby/event-store';
import { dayInCopenhagen } from '@sikkerby/kernel';
import { ReadModelBehind } from '@sikkerby/projections';
import type pg from 'pg';
import { Checkpoints } from './checkpoints.js';
import { giveOnce, type Giver } from './give-once.js';
import type { DayReaction, EventReaction, GivenCommand, Known, Reaction } from './reaction.js';

export interface RunReactions extends Giver, Known {
  readonly store: EventStore;
  readonly reactions: readonly Reaction[];
  readonly pool: pg.Pool;
  readonly signal: AbortSignal;
  readonly logger: Pick<Logger, 'info' | 'error'>;
  /** The time now. */
  readonly clock: () => Date;
  /** How often it is asked whether a new day has come, in milliseconds. */
  readonly everyMs?: number;
}

const longestWait = 5000;

/**
 * Runs reactions until the signal is aborted. Each goes on where it stopped: what was given and not
 * yet noted is given again, with the same key, and changes nothing. One that is new begins with what
 * is recorded from now on. A rebuild of read models runs none.
 */
export async function runReactions(run: RunReactions): Promise<void> {
  const checkpoints = new Checkpoints(run.pool);
  await Promise.all(
    run.reactions.map((reaction) =>
      untilAborted(run, reaction.name, () =>
        'reads' in reaction
          ? followEvents(reaction, run, checkpoints)
          : awaitDays(reaction, run, checkpoints),
      ),
    ),
  );
}

async function followEvents(reaction: EventReaction, run: RunReactions, checkpoints: Checkpoints) {
  const { name, reads: typePrefixes } = reaction;
  const head = await run.store.head();
  const after = await checkpoints.of(name, head.position);
  const { signal } = run;
  for await (const { events, through } of run.store.subscribe({ after, typePrefixes, signal })) {
    for (const event of events) {
      const command = await reaction.then(event, run);
      if (command) await give(reaction, command, run, event.id);
    }
    await checkpoints.move(name, through);
  }
}

async function awaitDays(reaction: DayReaction, run: RunReactions, checkpoints: Checkpoints) {
  const { signal, clock, everyMs = 60_000 } = run;
  let done = await checkpoints.of<string>(reaction.name, '');
  while (!signal.aborted) {
    const today = dayInCopenhagen(clock());
    if (today > done) {
      for (const command of await reaction.due(today, run)) await give(reaction, command, run);
      await checkpoints.move(reaction.name, today);
      done = today;
    }
    await pause(everyMs, undefined, { signal });
  }
}

async function give(
  { name }: Reaction,
  command: GivenCommand,
  run: RunReactions,
  causationId?: string,
): Promise<void> {
  const refusedBy = await giveOnce(name, command, dayInCopenhagen(run.clock()), run, causationId);
  if (refusedBy !== undefined) run.logger.info('a rule refused a reaction', { error: refusedBy });
}

async function untilAborted(
  { signal, logger }: RunReactions,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  for (let wait = 50; !signal.aborted; wait = Math.min(wait * 2, longestWait)) {
    try {
      await work();
    } catch (error) {
      if (isAborted(signal)) return;
      // While read models are built for the first time there is nothing wrong.
      if (!(error instanceof ReadModelBehind)) {
        logger.error('a reaction failed and will try again', error, { projection: name });
      }
      await pause(wait * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
    }
  }
}

// A function, since TypeScript takes it that a property does not change across an await.
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
