import type { Position, RecordedEvent } from '@sikkerby/kernel';
import { UnknownEvent } from './event-registry.js';
import { WrongRevision, type EventStore } from './event-store.js';
import { CopyRefused, LogContent, textOf } from './log-content.js';

/** How far a copy is: what the target has is compared, the rest is copied and then checked. */
export interface CopyProgress {
  readonly phase: 'comparing' | 'copying' | 'checking';
  /** Events of this phase. */
  readonly done: number;
  /** Events of this phase in all; an estimate where the store gives no more. */
  readonly total: number;
}

/** A log that both stores have. */
export interface CopiedLog {
  readonly events: number;
  readonly streams: number;
  /** SHA-256 over the content of the log, the same for both. */
  readonly digest: string;
  /** How many of the events were copied now; the others were there. */
  readonly copied: number;
}

/** Servers of EventStoreDB take a mebibyte in an append; an event may be that large by itself. */
const bytesInAnAppend = 512 * 1024;

/**
 * Copies a log, as it stands now, to another store, which is empty or holds a part of the copy from
 * an earlier time: then it goes on there. Events come in the order of the log, with their ids and
 * revisions and in the version in which they were written, if the registries of both stores know all
 * versions as they are. Then reads what was copied back and compares.
 *
 * When an event was recorded and where it stands is for the target to say: what was known at a moment
 * before the copy, or at a position of the old log, has to be asked of the old log.
 *
 * @throws CopyRefused when the target holds anything else, before writing to it; when it was written to
 *   by others; when what it has in the end is not what was copied
 * @throws UnknownEvent for an event of the log that the registry does not know
 */
export async function copyLog(
  from: EventStore,
  to: EventStore,
  onProgress: (progress: CopyProgress) => void,
): Promise<CopiedLog> {
  const { position: upTo } = await from.head();
  const original = new LogContent();
  const copy = new LogContent();
  const there = await readCopy(to, copy, (done, total) =>
    onProgress({ phase: 'comparing', done, total }),
  );
  const before = copy.events;
  const start = await readBeginning(from, upTo, original, copy);

  const missing = await from.distance(start, upTo);
  for await (const { events } of from.readAll({ after: start, upTo })) {
    for (const run of runsOf(events)) {
      await append(to, run);
      original.add(run);
      onProgress({ phase: 'copying', done: original.events - before, total: missing });
    }
  }

  await readCopy(to, copy, (done, total) => onProgress({ phase: 'checking', done, total }), there);
  if (copy.digest !== original.digest) {
    throw new CopyRefused(
      'the target does not hold what was copied to it: begin with an empty one',
    );
  }
  const { events, streams, digest } = original;
  return { events, streams, digest, copied: events - before };
}

/** Takes in what the target holds after a position; how far that is. */
async function readCopy(
  to: EventStore,
  copy: LogContent,
  tell: (done: number, total: number) => void,
  after = to.parsePosition('0'),
): Promise<Position> {
  const { position: upTo } = await to.head();
  const total = await to.distance(after, upTo);
  const before = copy.events;
  try {
    for await (const { events } of to.readAll({ after, upTo })) {
      copy.add(events);
      tell(copy.events - before, total);
    }
  } catch (error) {
    throw error instanceof UnknownEvent || error instanceof CopyRefused ? foreign() : error;
  }
  return upTo;
}

/** Takes in as much of the log as the copy holds, which must be the same; where that ends. */
async function readBeginning(
  from: EventStore,
  upTo: Position,
  original: LogContent,
  copy: LogContent,
): Promise<Position> {
  let end = from.parsePosition('0');
  for await (const { events } of from.readAll({ upTo })) {
    const known = events.slice(0, copy.events - original.events);
    original.add(known);
    end = known.at(-1)?.position ?? end;
    if (original.events === copy.events) break;
  }
  if (original.digest !== copy.digest) throw foreign();
  return end;
}

/** One stream's events that follow each other in the log: an append. */
function* runsOf(events: readonly RecordedEvent[]): Generator<readonly RecordedEvent[]> {
  let run: RecordedEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    const more = Buffer.byteLength(textOf(event));
    const isFull = run.length > 0 && bytes + more > bytesInAnAppend;
    if (isFull || (run[0] && run[0].stream !== event.stream)) {
      yield run;
      [run, bytes] = [[], 0];
    }
    run.push(event);
    bytes += more;
  }
  if (run.length > 0) yield run;
}

/** One after the other: stores promise no order to appends of the same time. */
async function append(to: EventStore, run: readonly RecordedEvent[]): Promise<void> {
  const [{ stream, revision } = { stream: '', revision: 0 }] = run;
  try {
    await to.append(stream, revision === 0 ? 'none' : revision - 1, run);
  } catch (error) {
    throw error instanceof WrongRevision ? foreign() : error;
  }
}

function foreign(): CopyRefused {
  return new CopyRefused('the target holds events that are not a copy of this log');
}
