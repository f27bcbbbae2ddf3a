import type { RecordedEvent } from '@sikkerby/kernel';
import type { EventRegistry } from '../event-registry.js';
import { DamagedStream, type NewEvent } from '../event-store.js';
import { metadataOf, type Metadata } from '../metadata.js';
import type { EventToStore, StoredEvent } from './client/notices.js';
import { positionOf } from './position.js';

interface StoredMetadata {
  readonly event: Metadata;
  /** Which call of `append` wrote it: another one that finds it there is a repetition. */
  readonly appendId: string;
}

interface OurEvent extends StoredEvent {
  readonly metadata: StoredMetadata;
}

export function toStore(event: NewEvent, appendId: string): EventToStore {
  const { id, type, data } = event;
  return { id, type, data, metadata: { event: metadataOf(event), appendId } };
}

export function writtenBy(event: StoredEvent): string {
  return metadataIn(event).appendId;
}

/** Whether we wrote it. */
export function isOurs(event: StoredEvent): event is OurEvent {
  const { metadata } = event;
  return typeof metadata === 'object' && metadata !== null && 'appendId' in metadata;
}

/** @throws DamagedStream when it is not one that we wrote */
function metadataIn(event: StoredEvent): StoredMetadata {
  if (!isOurs(event)) throw new DamagedStream(event.stream, 'others wrote to it');
  return event.metadata;
}

/** When it was recorded, by the clock of the server that led the cluster then. */
export function recordedAt({ created }: Pick<StoredEvent, 'created'>): string {
  return created.toISOString();
}

/** The event in its newest version. @throws UnknownEvent, DamagedStream */
export function fromStored(stored: StoredEvent, registry: EventRegistry): RecordedEvent {
  const metadata = metadataIn(stored);
  return {
    id: stored.id,
    stream: stored.stream,
    revision: stored.revision,
    position: positionOf(stored.place),
    recordedAt: recordedAt(stored),
    ...registry.newest(stored.type, stored.data as object),
    ...metadata.event,
  };
}
