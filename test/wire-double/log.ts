import { EventEmitter } from 'node:events';
import { jsonOf } from '../support/json.js';
import { placeAfter, type Place } from './place.js';
import { unhandled, unsupported } from './refusal.js';

/** An event as a client sends it. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface Stored extends Proposed {
  readonly stream: string;
  readonly revision: number;
  readonly place: Place;
  /** In ticks of 100 ns since 1970. */
  readonly created: bigint;
}

/** `any`: whatever is there. */
export type Expected = number | 'none' | 'exists' | 'any';

/** What came of an append or a deletion. */
export type Outcome =
  /** `place` is left out where the last event cannot be read any more. */
  | { readonly revision: number; readonly place: Place | undefined }
  /** The stream's last revision, if it has one. */
  | { readonly conflict: number | undefined }
  | 'deleted';

/** A stream as a reader finds it. */
export type Found = readonly Stored[] | 'missing' | 'deleted';

/** Of a stream that was deleted so that it may come back: before this it is truncated. */
const allOfIt = 2 ** 63;

interface Metadata {
  readonly $tb?: number;
  readonly $maxAge?: number;
  readonly $maxCount?: number;
}

/**
 * The log of the double, in memory: which appends a server takes, which it has taken before, and what
 * it lets one read, as it was recorded of a real one. Emits `growth` when there is more to read.
 */
export class DoubleLog extends EventEmitter<{ growth: [] }> {
  /** In the order of the log, with the server's own events. */
  readonly all: Stored[] = [];
  private readonly streams = new Map<string, Stored[]>();
  private readonly firstOfId = new Map<string, Stored>();
  private readonly tombstones = new Set<string>();

  /** @param isSilent the server writes nothing about itself but at the start */
  constructor(private readonly isSilent: boolean) {
    super();
    this.setMaxListeners(0);
    this.add('$stats', ofTheServer('$stats', '{}'));
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): Outcome {
    if (this.tombstones.has(stream)) return 'deleted';
    const there = this.streams.get(stream) ?? [];
    const isDeleted = this.truncatedBefore(stream) >= allOfIt;
    if (typeof expected === 'string' && expected !== 'none') {
      if (expected === 'exists' && there.length === 0) return { conflict: undefined };
      if (expected === 'exists' && isDeleted) return 'deleted';
      return this.appendAnywhere(stream, there, events);
    }
    const first = expected === 'none' ? 0 : expected + 1;
    if (first === there.length) return this.write(stream, events);
    const isRepeated =
      first < there.length && events.every(({ id }, index) => there[first + index]?.id === id);
    if (isRepeated) return this.original(there[first + events.length - 1]);
    if (expected === 'none' && isDeleted) return this.write(stream, events);
    return { conflict: lastRevision(there) };
  }

  /** So that it may come back, going on where it ended; or for ever. */
  delete(stream: string, expected: Expected, isForEver: boolean): Outcome {
    if (this.tombstones.has(stream)) return 'deleted';
    const there = this.streams.get(stream) ?? [];
    const last = lastRevision(there);
    const fits =
      expected === 'any' ? isForEver || last !== undefined : last === asRevision(expected, last);
    if (!fits) return { conflict: last };
    if (!isForEver) return this.write(`$$${stream}`, [metadataEvent('9223372036854775807')]);
    const outcome = this.write(stream, [ofTheServer('$streamDeleted', '')]);
    this.streams.get(stream)?.pop();
    this.tombstones.add(stream);
    return outcome;
  }

  /** What may be read of it. */
  find(stream: string): Found {
    if (stream === '') throw unhandled();
    if (this.tombstones.has(stream.replace(/^\$\$/, ''))) return 'deleted';
    const there = this.streams.get(stream);
    const { $maxAge, $maxCount = stream.startsWith('$$') ? 1 : undefined } =
      this.metadataOf(stream);
    const first = this.truncatedBefore(stream);
    if (!there || first >= allOfIt) return 'missing';
    const oldest = $maxAge === undefined ? 0n : ticksNow() - BigInt($maxAge) * 10_000_000n;
    const begin = there.findIndex(
      ({ revision, created }) => revision >= first && created >= oldest,
    );
    const end = there.length;
    const counted = $maxCount === undefined ? 0 : end - $maxCount;
    return there.slice(begin < 0 ? end : Math.max(begin, counted));
  }

  /** Index in `all` of the first event at or after the place. */
  indexFrom({ commit }: Place): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = this.all[middle];
      if (found && found.place.commit < commit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What cannot be read of its stream any more is gone from the log, too. */
  scavenge(): void {
    const left = this.all.filter((event) => {
      const found = this.find(event.stream);
      return typeof found !== 'string' && found.includes(event);
    });
    this.all.splice(0, this.all.length, ...left);
  }

  /** What the server writes about itself, so many times. */
  addOwn(count: number): void {
    for (let event = 0; event < count; event += 1) {
      this.add('$stats', ofTheServer('$statsCollected', '{}'));
    }
    this.emit('growth');
  }

  /** All but the server's own. */
  ours(): readonly Stored[] {
    return this.all.filter(({ stream }) => !stream.startsWith('$'));
  }

  /** Where no revision is expected, ids that the stream has are taken for a repetition. */
  private appendAnywhere(
    stream: string,
    there: readonly Stored[],
    events: readonly Proposed[],
  ): Outcome {
    const known = events.map(({ id }) => this.firstOfId.get(id));
    const isKnown = known.map((event) => event?.stream === stream);
    if (!isKnown[0]) return this.write(stream, events);
    if (isKnown.includes(false)) return { conflict: lastRevision(there) };
    return this.original(known.at(-1));
  }

  private original(event: Stored | undefined): Outcome {
    if (!event) throw unsupported('an append of nothing');
    const found = this.find(event.stream);
    const isReadable = typeof found !== 'string' && found.includes(event);
    return { revision: event.revision, place: isReadable ? event.place : undefined };
  }

  private write(stream: string, events: readonly Proposed[]): Outcome {
    if (events.length === 0) throw unsupported('an append of nothing');
    if (stream === '' || events.some(({ type }) => type === '')) throw unhandled();
    const next = this.streams.get(stream)?.length ?? 0;
    if (this.truncatedBefore(stream) >= allOfIt) {
      this.add(`$$${stream}`, metadataEvent(String(next)));
    }
    const written = events.map((event) => this.add(stream, event));
    this.emit('growth');
    const last = written.at(-1);
    return { revision: last?.revision ?? 0, place: last?.place };
  }

  private add(stream: string, event: Proposed): Stored {
    const there = this.streams.get(stream) ?? [];
    const before = this.all.at(-1);
    const now = ticksNow();
    const created = before && before.created > now ? before.created : now;
    const place = placeAfter(before?.place);
    const stored = { ...event, stream, revision: there.length, place, created };
    there.push(stored);
    this.all.push(stored);
    this.streams.set(stream, there);
    if (!this.firstOfId.has(event.id)) this.firstOfId.set(event.id, stored);
    // Among our events stand the server's own, which count for whoever reads the log.
    if (!this.isSilent && !stream.startsWith('$') && this.all.length % 3 === 0) {
      this.add('$stats', ofTheServer('$statsCollected', '{}'));
    }
    return stored;
  }

  private truncatedBefore(stream: string): number {
    return this.metadataOf(stream).$tb ?? 0;
  }

  private metadataOf(stream: string): Metadata {
    const last = this.streams.get(`$$${stream}`)?.at(-1);
    return last ? jsonOf<Metadata>(Buffer.from(last.data).toString()) : {};
  }
}

function lastRevision(there: readonly Stored[]): number | undefined {
  return there.length === 0 ? undefined : there.length - 1;
}

function asRevision(expected: Expected, last: number | undefined): number | undefined {
  if (typeof expected === 'number') return expected;
  return expected === 'exists' ? last : undefined;
}

let ownEvents = 0;

function ofTheServer(type: string, data: string): Proposed {
  ownEvents += 1;
  const id = `00000000-0000-4000-8000-${String(ownEvents).padStart(12, '0')}`;
  const contentType = 'application/json';
  return { id, type, contentType, data: Buffer.from(data), metadata: Buffer.from('') };
}

function metadataEvent(truncateBefore: string): Proposed {
  return ofTheServer('$metadata', `{"$tb":${truncateBefore}}`);
}

function ticksNow(): bigint {
  return BigInt(Date.now()) * 10_000n;
}
