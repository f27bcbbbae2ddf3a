import { UnknownEvent, type EventRegistry } from './event-registry.js';
import { EventTooLarge, type NewEvent } from './event-store.js';
import { metadataOf } from './metadata.js';

const mebibyte = 1024 * 1024;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The JSON texts of what is to be appended, once it is checked: one bad append must not fail a group
 * of others.
 * @throws UnknownEvent, EventTooLarge, and RangeError for what no caller should send
 */
export function checkedTexts(
  stream: string,
  events: readonly NewEvent[],
  registry: EventRegistry,
): { data: string[]; metadata: string[] } {
  // eslint-disable-next-line no-control-regex -- those are what must not be in a name
  if (!/^[^\u0000-\u001f]+$/.test(stream)) throw new RangeError('not a name of a stream');
  if (events.length === 0) throw new RangeError('an append has an event at least');
  for (const { id, type } of events) {
    if (!uuid.test(id)) throw new RangeError("an event's id is a UUID");
    if (!registry.has(type)) throw new UnknownEvent(type);
  }
  const data = events.map((event) => JSON.stringify(event.data));
  const metadata = events.map((event) => JSON.stringify(metadataOf(event)));
  events.forEach(({ type }, index) => {
    const bytes = Buffer.byteLength(data[index] ?? '') + Buffer.byteLength(metadata[index] ?? '');
    if (bytes > mebibyte) throw new EventTooLarge(type);
  });
  return { data, metadata };
}
