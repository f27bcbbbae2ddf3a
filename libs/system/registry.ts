import { EventRegistry } from '@sikkerby/event-store';
import { contexts } from './contexts.js';

/** Every event that a context's rules know how to read, in every version of it. */
export function eventRegistry(): EventRegistry {
  const registry = new EventRegistry();
  for (const { deciders, upcasters = [] } of contexts) {
    for (const { evolve } of deciders) registry.register(Object.keys(evolve));
    for (const { from, to, upcast } of upcasters) registry.registerUpcaster(from, to, upcast);
  }
  return registry;
}

/** The same events, each read and written in the version in which it is. */
export function registryAsWritten(): EventRegistry {
  return new EventRegistry().register(eventRegistry().readable);
}
