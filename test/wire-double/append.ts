import { setImmediate as turn } from 'node:timers/promises';
import { Metadata, status, type ServerReadableStream, type ServerUnaryCall } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Fault } from './fault.js';
import type { DoubleLog, Expected, Proposed } from './log.js';
import { nameOf, proposedOf } from './messages.js';
import type { Place } from './place.js';
import { refusal, streamDeleted } from './refusal.js';

type AppendReq = InstanceType<typeof streams.AppendReq>;
type AppendResp = InstanceType<typeof streams.AppendResp>;
type DeleteReq = InstanceType<typeof streams.DeleteReq>;
type TombstoneReq = InstanceType<typeof streams.TombstoneReq>;

export type AppendCall = ServerReadableStream<AppendReq, AppendResp>;
export type DeleteCall = ServerUnaryCall<DeleteReq, unknown>;
export type TombstoneCall = ServerUnaryCall<TombstoneReq, unknown>;

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

/**
 * @param limit bytes that an append may have
 * @throws what goes into the trailers of the call
 */
export function answerAppend(
  [header, ...rest]: readonly AppendReq[],
  log: DoubleLog,
  fault: Fault,
  limit: number,
): AppendResp {
  const options = header?.getOptions();
  if (!options) throw new Error('an append begins with its options');
  const stream = nameOf(options);
  const events = rest.flatMap((request) => request.getProposedMessage() ?? []).map(proposedOf);
  if (events.reduce((sum, event) => sum + sizeOf(event), 0) > limit) throw tooLarge(limit);
  const expected = options.hasRevision() ? Number(options.getRevision()) : stateOf(options);
  const wanted = fault.expected ? fault.expected(expected) : expected;
  const outcome = log.append(stream, wanted, fault.proposed?.(events) ?? events);
  if (outcome === 'deleted') throw streamDeleted(stream);
  if ('conflict' in outcome) {
    const current = fault.conflict ? fault.conflict(outcome.conflict) : outcome.conflict;
    return new streams.AppendResp().setWrongExpectedVersion(wrong(expected, current));
  }
  const success = new streams.AppendResp.Success().setCurrentRevision(String(outcome.revision));
  if (outcome.place) success.setPosition(placed(new streams.AppendResp.Position(), outcome.place));
  else success.setNoPosition(new shared.Empty());
  return new streams.AppendResp().setSuccess(success);
}

/** Deletes a stream, with a tombstone or without. @throws what goes into the trailers of the call */
export function answerDelete(
  options: ReturnType<DeleteReq['getOptions'] | TombstoneReq['getOptions']>,
  log: DoubleLog,
  isForEver: boolean,
): Place {
  if (!options) throw new Error('a deletion has options');
  const stream = nameOf(options);
  const expected = options.hasRevision() ? Number(options.getRevision()) : stateOf(options);
  const outcome = log.delete(stream, expected, isForEver);
  if (outcome === 'deleted') throw streamDeleted(stream);
  if ('conflict' in outcome) throw wrongVersion(stream, expected, outcome.conflict);
  if (!outcome.place) throw new Error('a deletion stands somewhere');
  return outcome.place;
}

function stateOf(options: {
  hasNoStream(): boolean;
  hasAny(): boolean;
}): 'none' | 'any' | 'exists' {
  if (options.hasNoStream()) return 'none';
  return options.hasAny() ? 'any' : 'exists';
}

function sizeOf({ data, metadata }: Proposed): number {
  return data.length + metadata.length;
}

function tooLarge(limit: number): Error {
  const details = `Maximum Append Size of ${String(limit)} Exceeded.`;
  return refusal('maximum-append-size-exceeded', status.INVALID_ARGUMENT, details, {
    'maximum-append-size': String(limit),
  });
}

function wrong(expected: Expected, current: number | undefined) {
  const told = new streams.AppendResp.WrongExpectedVersion();
  if (typeof expected === 'number') told.setExpectedRevision(String(expected));
  else if (expected === 'none') told.setExpectedNoStream(new shared.Empty());
  else if (expected === 'exists') told.setExpectedStreamExists(new shared.Empty());
  else told.setExpectedAny(new shared.Empty());
  if (current === undefined) return told.setCurrentNoStream(new shared.Empty());
  return told.setCurrentRevision(String(current));
}

/** As numbers: the server writes so of what is no revision. */
const states = { none: -1, any: -2, exists: -4 };

function wrongVersion(stream: string, expected: Expected, actual: number | undefined): Error {
  const wanted = String(typeof expected === 'number' ? expected : states[expected]);
  const found = String(actual ?? states.none);
  const details = `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${wanted}, Actual version: ${found}`;
  return refusal('wrong-expected-version', status.FAILED_PRECONDITION, details, {
    'stream-name': stream,
    'expected-version': wanted,
    'actual-version': found,
  });
}

/** The message, telling the place. */
export function placed<
  Message extends {
    setCommitPosition(value: string): unknown;
    setPreparePosition(value: string): unknown;
  },
>(message: Message, { commit, prepare }: Place): Message {
  message.setCommitPosition(String(commit));
  message.setPreparePosition(String(prepare));
  return message;
}
