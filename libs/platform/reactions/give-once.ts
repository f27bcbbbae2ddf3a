import { randomUUID } from 'node:crypto';
import type { Identity } from '@sikkerby/access';
import { Decide, streamOf, type CommandPipeline, StaleRevision } from '@sikkerby/commands';
import { type EventStore, WrongRevision } from '@sikkerby/event-store';
import { Rejection, type Day } from '@sikkerby/kernel';
import { districtCodes } from '@sikkerby/reference';
import type { GivenCommand } from './reaction.js';

const tries = 10;

/** Who gives the commands of reactions; no token says so of anybody. */
export const reactor: Identity = {
  ...{ user: 'reaction', role: 'reaction', organisation: 'sikkerby' },
  ...{ districts: [], glass: [] },
};

/** How reactions look at read models: as one who works for the whole city. */
export const everywhere = { role: reactor.role, districts: districtCodes };

export interface Giver {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly pipeline: Pick<CommandPipeline, 'execute'>;
}

/**
 * Gives the command, unless it was given before: its key is made of the reaction and of what it is
 * for. A rule that refuses it is an answer too. @returns the rule that refused it, if one did
 */
export async function giveOnce(
  reaction: string,
  { decider, id, act, body, for: what }: GivenCommand,
  today: Day,
  { store, pipeline }: Giver,
  causationId?: string,
): Promise<string | undefined> {
  const key = `${reaction} ${what}`;
  const correlationId = randomUUID();
  for (let left = tries; ; left -= 1) {
    const [last] = await store.readStream(streamOf(decider, id), { backwards: true, limit: 1 });
    const intent = {
      ...{ identity: reactor, key, correlationId, today },
      ...{ expected: last?.revision ?? ('none' as const) },
      ...(causationId === undefined ? {} : { causationId }),
    };
    try {
      await pipeline.execute(new Decide(decider, id, act, body, intent));
      return undefined;
    } catch (error) {
      if (error instanceof Rejection) return error.rule;
      const isOvertaken = error instanceof StaleRevision || error instanceof WrongRevision;
      if (!isOvertaken || left === 1) throw error;
    }
  }
}
