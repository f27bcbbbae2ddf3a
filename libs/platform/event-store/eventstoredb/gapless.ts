import { DamagedStream } from '../event-store.js';
import type { ReadEvents, StoredEvent, Told } from './client/notices.js';

/**
 * The events of a read, in order and none missing: a server begins with what is left of a stream that
 * was truncated, and tells what others wrote into it like any event.
 * @param read all that the server told of the stream
 * @throws DamagedStream
 */
export async function* gapless(
  stream: string,
  { fromRevision, maxCount = Infinity, direction }: ReadEvents,
  read: AsyncIterable<readonly Told[]>,
): AsyncGenerator<StoredEvent[]> {
  const step = direction === 'backwards' ? -1 : 1;
  // Backwards it begins at the end, if there is no such revision yet.
  let next = step < 0 ? undefined : Number(fromRevision === 'start' ? 0 : fromRevision);
  let count = 0;
  for await (const told of read) {
    const found: StoredEvent[] = [];
    for (const { ours } of told) {
      if (!ours) throw new DamagedStream(stream, 'others wrote to it');
      const isNext = next === undefined || ours.revision === next;
      if (!isNext) throw new DamagedStream(stream, 'events are missing');
      next = ours.revision + step;
      found.push(ours);
    }
    count += found.length;
    yield found;
  }
  const isCut = step < 0 ? next !== -1 : next === 0;
  if (count < maxCount && isCut) throw new DamagedStream(stream, 'events are missing');
}
