import type { EventStore } from '@sikkerby/event-store';
import type { RecordedEvent } from '@sikkerby/kernel';
import type { Behind } from './change-reasons.js';

const atOnce = 8;

/** By thing the events behind it, read from their streams; `id` and `position` but nothing they say. */
export async function eventsBehind(
  store: EventStore,
  wanted: readonly { readonly thing: string; readonly stream: string; readonly event: string }[],
): Promise<Map<string, Behind[]>> {
  const read = await recorded(store, wanted);
  const found = new Map<string, Map<string, Behind>>();
  for (const { thing, event } of wanted) {
    const known = read.get(event);
    if (!known) continue;
    const { type, id, position } = known;
    const own = found.get(thing) ?? new Map<string, Behind>();
    found.set(thing, own.set(id, { type, id, position }));
  }
  return new Map([...found].map(([thing, events]) => [thing, [...events.values()]]));
}

/** Those events, by id. */
export async function recorded(
  store: EventStore,
  wanted: readonly { readonly stream: string; readonly event: string }[],
): Promise<Map<string, RecordedEvent>> {
  const streams = [...new Set(wanted.map(({ stream }) => stream))];
  const ids = new Set(wanted.map(({ event }) => event));
  const found = new Map<string, RecordedEvent>();
  const next = async (): Promise<void> => {
    for (let stream = streams.pop(); stream !== undefined; stream = streams.pop()) {
      for (const event of await store.readStream(stream)) {
        if (ids.has(event.id)) found.set(event.id, event);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return found;
}
