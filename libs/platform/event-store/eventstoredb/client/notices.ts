import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import type { Place } from '../position.js';

/** An event as EventStoreDB keeps it; never one that the server wrote about itself. */
export interface StoredEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
  readonly created: Date;
  readonly place: Place;
}

export interface EventToStore {
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
}

/** `place` may be another one than the events' when they were there already. */
export type Answer =
  | { readonly outcome: 'appended'; readonly place: Place | undefined }
  | { readonly outcome: 'conflict'; readonly revision: number | undefined };

/** An event that the server told: without `ours` it is one of its own, or was written by others. */
export interface Told {
  readonly place: Place;
  readonly ours: StoredEvent | undefined;
}

/** What the client makes of an answer. */
export type Resolved = ResolvedEvent | AllStreamResolvedEvent;

/** What to read of a stream. */
export interface ReadEvents {
  readonly fromRevision: bigint | 'start' | 'end';
  readonly maxCount: number | undefined;
  readonly direction?: 'forwards' | 'backwards';
}

export function asTold({ event, commitPosition }: Resolved): Told {
  const place = event?.position ?? { commit: commitPosition ?? 0n, prepare: commitPosition ?? 0n };
  if (!event || event.type.startsWith('$') || event.streamId.startsWith('$')) {
    return { place, ours: undefined };
  }
  const { id, type, data, metadata, created, streamId: stream } = event;
  const revision = Number(event.revision);
  return { place, ours: { id, stream, revision, type, data, metadata, created, place } };
}
