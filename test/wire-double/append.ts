import { setImmediate as turn } from 'node:timers/promises';
import { Metadata, status, type ServerReadableStream } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { EventTooLarge, type ExpectedRevision } from '@sikkerby/event-store';
import type { DoubleLog, Proposed } from './log.js';
import { nameOf, proposedOf } from './messages.js';
import type { Place } from './place.js';
import { placeOf } from './place.js';
import type { Fault } from './fault.js';

type AppendReq = InstanceType<typeof streams.AppendReq>;
type AppendResp = InstanceType<typeof streams.AppendResp>;

export type AppendCall = ServerReadableStream<AppendReq, AppendResp>;

interface Done {
  readonly revision: number;
  readonly place: Place;
}

/**
 * The whole of one append; nothing when its connection broke before that. A request that is broken off
 * ends like one that is whole, and is called cancelled at some later time; whoever begins to answer is
 * told at once.
 */
export async function receiveAppend(call: AppendCall): Promise<readonly AppendReq[] | undefined> {
  const requests: AppendReq[] = [];
  call.on('cancelled', () => call.destroy());
  try {
    for await (const request of call as AsyncIterable<AppendReq>) requests.push(request);
  } catch {
    return undefined;
  }
  call.sendMetadata(new Metadata());
  await turn();
  return call.cancelled ? undefined : requests;
}

/** @throws what goes into the trailers of the call */
export async function answerAppend(
  [header, ...rest]: readonly AppendReq[],
  log: DoubleLog,
  fault: Fault,
): Promise<AppendResp> {
  const options = header?.getOptions();
  if (!options) throw new Error('an append begins with its options');
  const events = rest.flatMap((request) => request.getProposedMessage() ?? []).map(proposedOf);
  const revision = options.hasRevision() ? Number(options.getRevision()) : undefined;
  const expected = revision ?? stateOf(options);
  const done = await append(log, nameOf(options), expected, events, fault);
  if ('revision' in done) return new streams.AppendResp().setSuccess(success(done));
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (revision !== undefined) wrong.setExpectedRevision(String(revision));
  else if (expected === 'none') wrong.setExpectedNoStream(new shared.Empty());
  else wrong.setExpectedStreamExists(new shared.Empty());
  if (done.conflict === undefined) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(done.conflict));
  return new streams.AppendResp().setWrongExpectedVersion(wrong);
}

function stateOf(options: {
  hasNoStream(): boolean;
  hasAny(): boolean;
}): 'none' | 'any' | 'exists' {
  if (options.hasNoStream()) return 'none';
  return options.hasAny() ? 'any' : 'exists';
}

/** What was there already is answered as servers do: with where the stream and the log end now. */
async function append(
  log: DoubleLog,
  stream: string,
  expected: ExpectedRevision | 'any',
  events: readonly Proposed[],
  fault: Fault,
): Promise<Done | { conflict: number | undefined }> {
  const wanted = fault.expected ? fault.expected(expected) : expected;
  const write = async () => log.append(stream, wanted, fault.proposed?.(events) ?? events);
  const appended = await write().catch((error: unknown) => {
    throw error instanceof EventTooLarge ? refusal('maximum-append-size-exceeded') : error;
  });
  if ('conflict' in appended) {
    return { conflict: fault.conflict ? fault.conflict(appended.conflict) : appended.conflict };
  }
  const [last, end] = [log.stream(stream)?.at(-1), log.all.at(-1)];
  if (appended.repeated && last && end) return { revision: last.revision, place: end.place };
  return { revision: appended.revision, place: placeOf(Number(appended.position)) };
}

/** An error of the server: the client looks at the trailer. */
export function refusal(exception: string, code = status.INVALID_ARGUMENT): Error {
  const metadata = new Metadata();
  metadata.set('exception', exception);
  metadata.set('maximum-append-size', String(1024 * 1024));
  return Object.assign(new Error(exception), { code, metadata });
}

function success({ revision, place }: Done) {
  const position = new streams.AppendResp.Position()
    .setCommitPosition(String(place.commit))
    .setPreparePosition(String(place.prepare));
  return new streams.AppendResp.Success()
    .setCurrentRevision(String(revision))
    .setPosition(position);
}
