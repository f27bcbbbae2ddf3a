import { once } from 'node:events';
import { status, type ServerWritableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Fault } from './fault.js';
import type { DoubleLog, Stored } from './log.js';
import * as messages from './messages.js';
import type { Place } from './place.js';
import { failure, refusal, streamDeleted, unhandled, unsupported } from './refusal.js';

export type ReadCall = ServerWritableStream<
  InstanceType<typeof streams.ReadReq>,
  messages.ReadResp
>;

/** Writes to one call, no faster than the client reads; `ended` is aborted when nobody does. */
interface Line {
  send(message: messages.ReadResp): Promise<void>;
  readonly ended: AbortSignal;
  /** How many events of the log the node has. */
  readonly has: () => number;
}

/** A number that the server takes for the end. */
const largest = '18446744073709551615';

/** Answers a read or a subscription, as its options say. */
export async function answerRead(
  call: ReadCall,
  line: Line,
  log: DoubleLog,
  fault: Fault,
): Promise<void> {
  const options = call.request.getOptions();
  if (!options) throw new Error('a read has options');
  if (options.getResolveLinks()) throw unsupported('links');
  if (options.hasSubscription()) return subscribe(options, line, log);
  const events = options.hasStream()
    ? ofStream(options, log, fault, line.has())
    : ofAll(options, log, line.has());
  if (!events) return line.send(messages.notFound(messages.nameOf(streamOf(options))));
  const seen = (fault.read ? fault.read(events) : events).slice(0, Number(options.getCount()));
  for (const event of seen) {
    if (line.ended.aborted) return;
    await line.send(messages.eventMessage(event));
  }
}

function streamOf(options: messages.Options) {
  const stream = options.getStream();
  if (!stream) throw new Error('no stream');
  return stream;
}

const backwards = (options: messages.Options) =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

/**
 * From the revision on, inclusive; none for a stream that is not there. Where nothing is said of it
 * clients say the start, in both directions.
 */
function ofStream(
  options: messages.Options,
  log: DoubleLog,
  fault: Fault,
  has: number,
): readonly Stored[] | undefined {
  const given = streamOf(options);
  const isEnd = given.hasEnd() || given.getRevision() === largest;
  if (Number(options.getCount()) === 0 || (isEnd && !backwards(options))) {
    throw failure('Unexpected ReadStreamResult: Error');
  }
  const stream = messages.nameOf(given);
  const found = log.find(stream);
  if (found === 'deleted') throw streamDeleted(stream);
  if (found === 'missing') {
    if (!fault.refusesMissingStreams) return undefined;
    throw refusal('not-found', status.INVALID_ARGUMENT, 'not found');
  }
  const end = log.all[has]?.place.commit ?? Infinity;
  const events = found.filter(({ place }) => place.commit < end);
  const from = isEnd ? Infinity : Number(given.getRevision());
  // They have no gap: what is truncated is what stands first.
  const index = Math.max(0, from - (events[0]?.revision ?? 0));
  if (!backwards(options)) return events.slice(index);
  return from < (events[0]?.revision ?? 0) ? [] : events.slice(0, index + 1).toReversed();
}

/**
 * Forwards from the position on; backwards what stands before it. Of a read with a filter, only what it
 * lets through is counted.
 */
function ofAll(options: messages.Options, log: DoubleLog, has: number): readonly Stored[] {
  if (Number(options.getCount()) === 0) throw unsupported('a read of nothing');
  const from = startOf(options, log, (how) => failure(`Unexpected ReadAllResult: ${how}`));
  const isWanted = filterOf(options);
  if (backwards(options)) {
    return log.all.slice(0, Math.min(from, has)).filter(isWanted).toReversed();
  }
  return log.all.slice(from, has).filter(isWanted);
}

/** Index in the log. @param refused what to say of a position at which nothing can stand */
function startOf(
  options: messages.Options,
  log: DoubleLog,
  refused: (how: 'InvalidPosition' | 'Error') => Error,
): number {
  const place = placeOf(options);
  if (typeof place === 'string') return place === 'end' ? log.all.length : 0;
  const index = log.indexFrom(place);
  const there = log.all[index];
  const isBetween = there && place.commit > 0 && there.place.commit !== place.commit;
  // Before all of them nothing is to be read backwards, wherever that is.
  if (isBetween && (index > 0 || !backwards(options))) throw refused('InvalidPosition');
  if (!there && backwards(options)) throw refused('Error');
  return index;
}

function placeOf(options: messages.Options): Place | 'start' | 'end' {
  const given = options.getAll();
  const position = given?.getPosition();
  if (given?.hasEnd() || position?.getCommitPosition() === largest) return 'end';
  if (!position) return 'start';
  const commit = Number(position.getCommitPosition());
  const prepare = Number(position.getPreparePosition());
  if (prepare > commit || commit > 2 ** 63) throw unhandled();
  return { commit, prepare };
}

/** Exclusive of its position. Tells, once it has caught up, how far it has come. */
async function subscribe(options: messages.Options, line: Line, log: DoubleLog): Promise<void> {
  if (!options.hasAll()) throw unsupported('a subscription to one stream');
  const isWanted = filterOf(options);
  const place = placeOf(options);
  await line.send(messages.confirmation());
  let index = startOf(options, log, () =>
    failure('Trying to read from an invalid position.', status.INVALID_ARGUMENT),
  );
  if (typeof place !== 'string') index += 1;
  let told = typeof place === 'string' ? undefined : place;
  let isBehind = true;
  while (!line.ended.aborted) {
    const event = index < line.has() ? log.all[index] : undefined;
    if (!event) {
      if (isBehind && told && options.hasFilter()) await line.send(messages.checkpoint(told));
      if (isBehind) await line.send(messages.caughtUp());
      isBehind = false;
      await once(log, 'growth', { signal: line.ended }).catch(() => undefined);
      continue;
    }
    if (isWanted(event)) await line.send(messages.eventMessage(event));
    if (isWanted(event)) told = event.place;
    index += 1;
  }
}

function filterOf(options: messages.Options): (event: Stored) => boolean {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const ofType = filter.getEventType();
  const given = ofType ?? filter.getStreamIdentifier();
  if (!given) return () => true;
  const text = (event: Stored) => (ofType ? event.type : event.stream);
  const prefixes = given.getPrefixList();
  if (prefixes.length > 0) return (event) => prefixes.some((one) => text(event).startsWith(one));
  const regex = expressionOf(given.getRegex());
  return (event) => regex.test(text(event));
}

function expressionOf(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw unhandled();
  }
}
