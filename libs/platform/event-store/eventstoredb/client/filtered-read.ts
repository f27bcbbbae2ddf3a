import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Place } from '../position.js';

/** Where a read of the log begins, inclusive forwards and exclusive backwards. */
export interface ReadLog {
  readonly fromPosition: Place | 'start' | 'end';
  readonly direction?: 'forwards' | 'backwards';
  /** Of all but those in the server's own streams. */
  readonly maxCount?: number;
}

/** How many events a server looks through for one of ours before it looks at other requests. */
const searchWindow = 4096;

/** The request for a read of the log without the server's own streams. */
export function requestOf(read: ReadLog): InstanceType<typeof streams.ReadReq> {
  return new streams.ReadReq().setOptions(optionsOf(read));
}

function optionsOf({ fromPosition, direction, maxCount }: ReadLog) {
  const { ReadDirection, AllOptions, FilterOptions, UUIDOption } = streams.ReadReq.Options;
  const isBackwards = direction === 'backwards';
  const all = new AllOptions();
  if (fromPosition === 'start') all.setStart(new shared.Empty());
  else if (fromPosition === 'end') all.setEnd(new shared.Empty());
  else all.setPosition(positionMessage(fromPosition));
  const nameOfOurs = new FilterOptions.Expression().setRegex('^[^$].*');
  return new streams.ReadReq.Options()
    .setAll(all)
    .setFilter(new FilterOptions().setStreamIdentifier(nameOfOurs).setMax(searchWindow))
    .setReadDirection(isBackwards ? ReadDirection.BACKWARDS : ReadDirection.FORWARDS)
    .setCount(String(maxCount ?? Number.MAX_SAFE_INTEGER))
    .setUuidOption(new UUIDOption().setString(new shared.Empty()));
}

function positionMessage({ commit, prepare }: Place) {
  return new streams.ReadReq.Options.Position()
    .setCommitPosition(String(commit))
    .setPreparePosition(String(prepare));
}
