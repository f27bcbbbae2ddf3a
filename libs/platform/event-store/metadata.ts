import type { Actor, Day } from '@sikkerby/kernel';
import type { NewEvent } from './event-store.js';

/** Of an event, what is kept beside its data. */
export interface Metadata {
  readonly occurredOn: Day;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly legalBasis?: string;
  readonly reason?: string;
}

export function metadataOf(event: NewEvent): Metadata {
  const { occurredOn, actor, correlationId, causationId, legalBasis, reason } = event;
  return {
    occurredOn,
    actor,
    correlationId,
    ...(causationId === undefined ? {} : { causationId }),
    ...(legalBasis === undefined ? {} : { legalBasis }),
    ...(reason === undefined ? {} : { reason }),
  };
}
