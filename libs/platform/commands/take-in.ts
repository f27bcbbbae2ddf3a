import { randomUUID } from 'node:crypto';
import { WrongRevision, type EventStore } from '@sikkerby/event-store';
import { dayInCopenhagen, decide, type Actor, type Command, type Decider } from '@sikkerby/kernel';
import { streamOf } from './decisions.js';

const actor: Actor = { user: 'sikkerby', role: 'system', organisation: 'sikkerby' };

/** What a unit of the system's own begins with. */
export interface Seed extends Pick<Command, 'type' | 'data' | 'occurredOn'> {
  readonly id: string;
}

/** Begins the units that are not there yet; what is there stays as it was made since. */
export async function takeIn<State>(
  store: EventStore,
  decider: Decider<State>,
  seeds: readonly Seed[],
): Promise<void> {
  const correlationId = randomUUID();
  const today = dayInCopenhagen(new Date());
  const begin = async ({ id, ...command }: Seed) => {
    const stream = streamOf(decider, id);
    if ((await store.readStream(stream, { limit: 1 })).length > 0) return;
    const events = decide(decider, { ...command, today, actor }, decider.initialState);
    const envelopes = events.map((event) => ({ ...event, id: randomUUID(), actor, correlationId }));
    try {
      await store.append(stream, 'none', envelopes);
    } catch (error) {
      // Another process that starts has just taken it in.
      if (!(error instanceof WrongRevision)) throw error;
    }
  };
  await Promise.all(seeds.map(begin));
}
