import type { NewEvent } from '@sikkerby/event-store';
import type { DomainEvent } from '@sikkerby/kernel';
import { idFrom, type Intent } from './intent.js';

/** Id of the n-th event of an intent: a retry gives the same, and the log knows them again. */
export function eventId(intent: Intent, index: number): string {
  return idFrom(intent, `event ${index}`);
}

/** The events as they go into the log. */
export function inEnvelopes(events: readonly DomainEvent[], intent: Intent): NewEvent[] {
  const { user, role, organisation } = intent.identity;
  return events.map((event, index) => ({
    ...event,
    id: eventId(intent, index),
    actor: { user, role, organisation },
    correlationId: intent.correlationId,
    ...(intent.causationId === undefined ? {} : { causationId: intent.causationId }),
  }));
}
