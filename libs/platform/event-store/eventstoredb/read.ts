import type { Position } from '@sikkerby/kernel';
import {
  DamagedStream,
  type Batch,
  type ReadAll,
  type ReadStream,
  type UpTo,
} from '../event-store.js';
import type { EventRegistry } from '../event-registry.js';
import { sliceOf } from '../slice.js';
import type { Client } from './client/client.js';
import type { StoredEvent } from './client/notices.js';
import { ConnectionBreak } from './connection-break.js';
import { beginning, placeOf, positionOf } from './position.js';
import { fromStored, isOurs } from './stored-event.js';

/**
 * Backwards from the end, or from the revision that is asked for: without either a server begins a
 * backwards read at the start, and has told all with the first event.
 */
export async function readStream(
  client: Client,
  stream: string,
  { upTo, backwards = false, limit = Infinity }: ReadStream,
): Promise<StoredEvent[]> {
  const revision = upTo && 'revision' in upTo ? upTo.revision : undefined;
  const options = backwards ? backwardsFrom(revision) : forwardsTo(revision);
  // What is later than a moment or a position comes first when backwards, and counts for the server.
  const isCounted = !backwards || upTo === undefined || revision !== undefined;
  const maxCount = Math.min(isCounted ? limit : Infinity, options.maxCount);
  const all: StoredEvent[] = [];
  const asked = { ...options, maxCount: Number.isFinite(maxCount) ? maxCount : undefined };
  for await (const events of client.readStream(stream, asked)) {
    for (const event of events) {
      if (isWithin(event, upTo)) all.push(event);
      else if (!backwards) return all;
      if (all.length >= limit) return all;
    }
  }
  return all;
}

function backwardsFrom(revision: number | undefined) {
  const fromRevision = revision === undefined ? ('end' as const) : BigInt(revision);
  return { direction: 'backwards', fromRevision, maxCount: Infinity } as const;
}

function forwardsTo(revision = Infinity) {
  return { direction: 'forwards', fromRevision: 'start', maxCount: revision + 1 } as const;
}

function isWithin(event: StoredEvent, upTo: UpTo | undefined): boolean {
  if (!upTo) return true;
  if ('revision' in upTo) return event.revision <= upTo.revision;
  if ('position' in upTo) return positionOf(event.place) <= upTo.position;
  return event.created <= upTo.moment;
}

/**
 * Filters here for what the server does not: it only leaves out its own events.
 * @param known how far the log reached at some time before
 * @throws ConnectionBreak when it ends before that: the node does not have all
 */
export async function* readAll(
  client: Client,
  registry: EventRegistry,
  end: Position,
  known: Position,
  { after: given = beginning, batchSize = 1000, typePrefixes, slices }: ReadAll,
): AsyncGenerator<Batch> {
  // As this store writes it: the beginning may be that of another.
  const after = positionOf(placeOf(given));
  const prefixes = typePrefixes && registry.prefixesInLog(typePrefixes);
  const isWanted = ({ type, stream }: StoredEvent) => {
    if (prefixes && !prefixes.some((prefix) => type.startsWith(prefix))) return false;
    if (!slices) return true;
    const slice = sliceOf(stream);
    return slice >= slices.from && slice <= slices.to;
  };
  let batch: Batch['events'][number][] = [];
  let through: Position | undefined;
  const fromPosition = after === beginning ? 'start' : placeOf(after);
  const log = after < end ? client.readAll({ fromPosition }) : [];
  const isGapless = follower(after === beginning);
  let reached = after;
  read: for await (const events of log) {
    for (const event of events) {
      const position = positionOf(event.place);
      if (position <= after) continue;
      reached = position;
      if (position > end) break read;
      if (isOurs(event)) isGapless(event);
      if (isWanted(event)) batch.push(fromStored(event, registry));
      if (batch.length === batchSize) {
        yield { events: batch, through: (through = position) };
        batch = [];
      }
      if (position === end) break read;
    }
  }
  if (reached < end && end <= known) throw new ConnectionBreak('the log ends too early');
  if (through !== end) yield { events: batch, through: end > after ? end : after };
}

/**
 * Refuses events of a stream that do not follow each other: what is missing was deleted.
 * @param isFromTheBeginning no event of a stream comes before what is read
 */
function follower(isFromTheBeginning: boolean): (event: StoredEvent) => void {
  const revisions = new Map<string, number>();
  return ({ stream, revision }) => {
    const before = revisions.get(stream) ?? (isFromTheBeginning ? -1 : revision - 1);
    if (revision !== before + 1) throw new DamagedStream(stream, 'events are missing');
    revisions.set(stream, revision);
  };
}
