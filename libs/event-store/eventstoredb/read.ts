import type { Position } from '@sikkerby/kernel';
import type { Batch, ReadAll, ReadStream, UpTo } from '../event-store.js';
import type { EventRegistry } from '../event-registry.js';
import { sliceOf } from '../slice.js';
import type { Client, StoredEvent } from './client.js';
import { beginning, placeOf, positionOf } from './position.js';
import { fromStored } from './stored-event.js';

/** Reads from the end of the stream when backwards, whatever comes after what is wanted. */
export async function readStream(
  client: Client,
  stream: string,
  { upTo, backwards = false, limit = Infinity }: ReadStream,
): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  const direction = backwards ? 'backwards' : 'forwards';
  const last = upTo && 'revision' in upTo ? upTo.revision + 1 : Infinity;
  const maxCount = backwards ? Infinity : Math.min(limit, last);
  const options = { direction, ...(Number.isFinite(maxCount) && { maxCount }) } as const;
  for await (const events of client.readStream(stream, options)) {
    for (const event of events) {
      if (isWithin(event, upTo)) all.push(event);
      else if (!backwards) return all;
      if (all.length >= limit) return all;
    }
  }
  return all;
}

function isWithin(event: StoredEvent, upTo: UpTo | undefined): boolean {
  if (!upTo) return true;
  if ('revision' in upTo) return event.revision <= upTo.revision;
  if ('position' in upTo) return positionOf(event.place) <= upTo.position;
  return event.created <= upTo.moment;
}

/** Filters here: the client's reads of the whole log take no filter. */
export async function* readAll(
  client: Client,
  registry: EventRegistry,
  end: Position,
  { after = beginning, batchSize = 1000, typePrefixes, slices }: ReadAll,
): AsyncGenerator<Batch> {
  const isWanted = ({ type, stream }: StoredEvent) => {
    if (typePrefixes && !typePrefixes.some((prefix) => type.startsWith(prefix))) return false;
    if (!slices) return true;
    const slice = sliceOf(stream);
    return slice >= slices.from && slice <= slices.to;
  };
  let batch: Batch['events'][number][] = [];
  let through: Position | undefined;
  const fromPosition = after === beginning ? 'start' : placeOf(after);
  const log = after < end ? client.readAll({ fromPosition }) : [];
  read: for await (const events of log) {
    for (const event of events) {
      const position = positionOf(event.place);
      if (position <= after) continue;
      if (position > end) break read;
      if (isWanted(event)) batch.push(fromStored(event, registry));
      if (batch.length === batchSize) {
        yield { events: batch, through: (through = position) };
        batch = [];
      }
      if (position === end) break read;
    }
  }
  if (through !== end) yield { events: batch, through: end > after ? end : after };
}

/** The last event of the log that is as wanted, read from the end. */
export async function lastEvent(
  client: Client,
  isWanted: (event: StoredEvent) => boolean = () => true,
): Promise<StoredEvent | undefined> {
  const log = client.readAll({ fromPosition: 'end', direction: 'backwards' });
  for await (const events of log) {
    const found = events.find(isWanted);
    if (found) return found;
  }
  return undefined;
}
