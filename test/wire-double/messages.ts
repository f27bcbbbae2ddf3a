import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Proposed, Stored } from './log.js';
import type { Place } from './place.js';

export type ReadResp = InstanceType<typeof streams.ReadResp>;
export type Options = InstanceType<typeof streams.ReadReq.Options>;

interface Message {
  getId(): InstanceType<typeof shared.UUID> | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getCustomMetadata_asU8(): Uint8Array;
  getData_asU8(): Uint8Array;
}

export function proposedOf(message: Message): Proposed {
  const metadata = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: Buffer.from(message.getData_asU8()),
    metadata: Buffer.from(message.getCustomMetadata_asU8()),
  };
}

export function nameOf(given: {
  getStreamIdentifier(): InstanceType<typeof shared.StreamIdentifier> | undefined;
}): string {
  return Buffer.from(given.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
}

export function identifier(name: string): InstanceType<typeof shared.StreamIdentifier> {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(name));
}

/** That of a tombstone, which no number of JavaScript tells. */
const largestRevision = '9223372036854775807';

export function eventMessage(event: Stored): ReadResp {
  const { commit, prepare } = event.place;
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(identifier(event.stream))
    .setStreamRevision(event.type === '$streamDeleted' ? largestRevision : String(event.revision))
    .setCommitPosition(String(commit))
    .setPreparePosition(String(prepare))
    .setCustomMetadata(event.metadata)
    .setData(event.data);
  recorded.getMetadataMap().set('type', event.type);
  recorded.getMetadataMap().set('content-type', event.contentType);
  recorded.getMetadataMap().set('created', String(event.created));
  const found = new streams.ReadResp.ReadEvent()
    .setEvent(recorded)
    .setCommitPosition(String(commit));
  return new streams.ReadResp().setEvent(found);
}

export function notFound(stream: string): ReadResp {
  const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream));
  return new streams.ReadResp().setStreamNotFound(missing);
}

export function confirmation(): ReadResp {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId('double');
  return new streams.ReadResp().setConfirmation(confirmed);
}

export function checkpoint({ commit, prepare }: Place): ReadResp {
  const reached = new streams.ReadResp.Checkpoint()
    .setCommitPosition(String(commit))
    .setPreparePosition(String(prepare));
  return new streams.ReadResp().setCheckpoint(reached);
}

export function caughtUp(): ReadResp {
  return new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
}
