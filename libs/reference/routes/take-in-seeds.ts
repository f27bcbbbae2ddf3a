import { takeIn } from '@sikkerby/commands';
import type { EventStore } from '@sikkerby/event-store';
import { referenceId, referenceItem, seeds } from '@sikkerby/reference';

/** Registers the seeds that are not registered yet; what is registered stays as it was made since. */
export async function takeInSeeds(store: EventStore): Promise<void> {
  const items = seeds.map(({ validFrom: occurredOn, ...data }) => ({
    ...{ id: referenceId(data.kind, data.code), type: 'register', occurredOn },
    data: { ...data, parentIsThere: true },
  }));
  await takeIn(store, referenceItem, items);
}
