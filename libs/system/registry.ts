import { EventRegistry } from '@sikkerby/event-store';
import { contexts } from './contexts.js';

/**
 * Every event that a context's rules know how to read, in every version of it.
 * @throws ConfigurationError where an upcaster leads to no event of theirs
 */
export function eventRegistry(): EventRegistry {
  return EventRegistry.of(contexts);
}

/** The same events, each read and written in the version in which it is. */
export function registryAsWritten(): EventRegistry {
  return new EventRegistry().register(eventRegistry().readable);
}
