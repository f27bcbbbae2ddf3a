import { randomUUID } from 'node:crypto';
import type { Identity } from '@sikkerby/access';
import type { EventStore } from '@sikkerby/event-store';
import { dayInCopenhagen, type AnyDecider, type Day } from '@sikkerby/kernel';
import type { CommandPipeline } from './command-pipeline.js';
import { Decide } from './decide.command.js';
import { streamOf } from './decisions.js';

/** Who gives the commands that the system gives by itself; no token says so of anybody. */
export const theSystem: Identity = {
  user: 'sikkerby',
  role: 'system',
  organisation: 'sikkerby',
  districts: [],
  glass: [],
};

/** What a unit of the system's own begins with. */
export interface Seed {
  readonly id: string;
  readonly act: string;
  readonly data: object;
  readonly occurredOn: Day;
}

/** What a program writes with outside of a request. */
export interface Writing {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly pipeline: Pick<CommandPipeline, 'inTurn'>;
}

/**
 * Begins the units that are not there yet; what is there stays as it was made since.
 * @throws Refusal when the rules or the policies do not let a seed in
 */
export async function takeIn(
  { store, pipeline }: Writing,
  decider: AnyDecider,
  seeds: readonly Seed[],
): Promise<void> {
  const correlationId = randomUUID();
  const today = dayInCopenhagen(new Date());
  const begin = async ({ id, act, data, occurredOn }: Seed) => {
    const stream = streamOf(decider, id);
    if ((await store.readStream(stream, { limit: 1 })).length > 0) return;
    const intent = {
      identity: theSystem,
      key: `seed ${stream}`,
      expected: 'none',
      correlationId,
      today,
    } as const;
    const command = new Decide(decider, id, act, { ...data, occurredOn }, intent);
    const [refusal] = await pipeline.inTurn([command], { isNew: true });
    // Somebody may have begun it meanwhile, in another way.
    if (refusal && (await store.readStream(stream, { limit: 1 })).length === 0) throw refusal;
  };
  await Promise.all(seeds.map(begin));
}
