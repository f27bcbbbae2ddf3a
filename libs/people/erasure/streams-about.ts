import type { EventStore } from '@sikkerby/event-store';
import type { RecordedEvent } from '@sikkerby/kernel';
import type { Programme } from '@sikkerby/case-kit/edge';
import type { ErasedPerson } from './person-erasure.js';

/**
 * Units whose texts are about the person though they are sealed under the unit's own id, since
 * nobody knew yet whom it concerned. An id that names no such unit is left out.
 */
export async function unitsAbout(
  { programme, subject }: ErasedPerson,
  programmes: readonly Pick<Programme, 'name' | 'alsoAbout'>[],
  store: Pick<EventStore, 'readAll' | 'readStream'>,
): Promise<string[]> {
  const told = programmes.find(({ name }) => name === programme)?.alsoAbout;
  if (!told) return [];
  const streams = new Set<string>();
  for await (const { events } of store.readAll({ typePrefixes: [told.eventType] })) {
    for (const event of events) {
      if (isAbout(event, subject)) for (const stream of told.streams(event)) streams.add(stream);
    }
  }
  const units: string[] = [];
  for (const stream of streams) {
    const [first] = await store.readStream(stream, { limit: 1 });
    if (first) units.push(stream.slice(stream.indexOf('-') + 1));
  }
  return units.sort();
}

function isAbout({ data }: RecordedEvent, subject: string): boolean {
  return 'subject' in data && data.subject === subject;
}
