import { once } from 'node:events';
import type { ServerWritableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { DoubleLog, Stored } from './log.js';
import * as messages from './messages.js';
import { refusal } from './append.js';
import type { Fault } from './fault.js';

export type ReadCall = ServerWritableStream<
  InstanceType<typeof streams.ReadReq>,
  messages.ReadResp
>;

/** Writes to one call, no faster than the client reads; `ended` is aborted when nobody does. */
interface Line {
  send(message: messages.ReadResp): Promise<void>;
  readonly ended: AbortSignal;
}

/** Answers a read or a subscription, as its options say. */
export async function answerRead(
  call: ReadCall,
  line: Line,
  log: DoubleLog,
  fault: Fault,
): Promise<void> {
  const options = call.request.getOptions();
  if (!options) throw new Error('a read has options');
  if (options.hasSubscription()) return subscribe(options, line, log);
  const events = options.hasStream() ? ofStream(options, log) : ofAll(options, log);
  if (!events && fault.refusesMissingStreams) throw refusal('not-found');
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
function ofStream(options: messages.Options, log: DoubleLog): readonly Stored[] | undefined {
  const given = streamOf(options);
  if (Number(options.getCount()) === 0) throw refusal('no-result');
  if (given.hasEnd() && !backwards(options)) throw refusal('no-result');
  const events = log.stream(messages.nameOf(given));
  if (!events) return undefined;
  const from = given.hasEnd() ? events.length : Number(given.getRevision());
  return backwards(options) ? events.slice(0, from + 1).toReversed() : events.slice(from);
}

/** From the position on, inclusive. */
function ofAll(options: messages.Options, log: DoubleLog): readonly Stored[] {
  const from = startOf(options, log);
  if (!backwards(options)) return log.all.slice(from);
  return log.all.slice(0, from + 1).toReversed();
}

function startOf(options: messages.Options, log: DoubleLog): number {
  const given = options.getAll();
  if (given?.hasEnd()) return log.all.length;
  const position = given?.getPosition();
  if (!position) return 0;
  return log.indexFrom({
    commit: Number(position.getCommitPosition()),
    prepare: Number(position.getPreparePosition()),
  });
}

/** Exclusive of its position. Says at once that it has reached the end, as servers do. */
async function subscribe(options: messages.Options, line: Line, log: DoubleLog): Promise<void> {
  const isWanted = filterOf(options);
  let index = startOf(options, log);
  if (options.getAll()?.hasPosition()) index += 1;
  await line.send(messages.confirmation());
  const last = log.all.at(-1);
  if (last) await line.send(messages.checkpoint(last.place));
  await line.send(messages.caughtUp());
  while (!line.ended.aborted) {
    const event = log.all[index];
    if (!event) {
      await once(log, 'growth', { signal: line.ended }).catch(() => undefined);
      continue;
    }
    if (isWanted(event)) await line.send(messages.eventMessage(event));
    index += 1;
  }
}

function filterOf(options: messages.Options): (event: Stored) => boolean {
  const type = options.getFilter()?.getEventType();
  if (!type) return () => true;
  const regex = new RegExp(type.getRegex());
  const prefixes = type.getPrefixList();
  if (prefixes.length > 0) return (event) => prefixes.some((text) => event.type.startsWith(text));
  return (event) => regex.test(event.type);
}
