import { randomUUID } from 'node:crypto';
import { streamOf } from '@sikkerby/decisions';
import { WrongRevision, type EventStore } from '@sikkerby/event-store';
import { dayInCopenhagen, decide, type Actor } from '@sikkerby/kernel';
import { referenceId, referenceItem, seeds, type Seed } from '@sikkerby/reference';

const actor: Actor = { user: 'sikkerby', role: 'system', organisation: 'sikkerby' };

/** Registers the seeds that are not registered yet; what is registered stays as it was made since. */
export async function takeInSeeds(store: EventStore): Promise<void> {
  const correlationId = randomUUID();
  await Promise.all(seeds.map((seed) => takeIn(store, seed, correlationId)));
}

async function takeIn(store: EventStore, seed: Seed, correlationId: string): Promise<void> {
  const { validFrom: occurredOn, ...data } = seed;
  const stream = streamOf(referenceItem, referenceId(seed.kind, seed.code));
  const history = await store.readStream(stream);
  if (history.length > 0) return;
  const today = dayInCopenhagen(new Date());
  const command = { type: 'register', data: { ...data, parentIsThere: true }, occurredOn, today };
  const events = decide(referenceItem, { ...command, actor }, referenceItem.initialState);
  const envelopes = events.map((event) => ({ ...event, id: randomUUID(), actor, correlationId }));
  try {
    await store.append(stream, 'none', envelopes);
  } catch (error) {
    // Another process that starts has just taken it in.
    if (!(error instanceof WrongRevision)) throw error;
  }
}
