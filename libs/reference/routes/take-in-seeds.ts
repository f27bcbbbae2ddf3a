import { takeIn, type Writing } from '@sikkerby/commands';
import { referenceId, referenceItem, seeds } from '@sikkerby/reference';

/** Registers the seeds that are not registered yet; what is registered stays as it was made since. */
export async function takeInSeeds(writing: Writing): Promise<void> {
  const items = seeds.map(({ validFrom: occurredOn, ...data }) => ({
    id: referenceId(data.kind, data.code),
    act: 'register',
    occurredOn,
    data: { ...data, parentIsThere: true },
  }));
  await takeIn(writing, referenceItem, items);
}
