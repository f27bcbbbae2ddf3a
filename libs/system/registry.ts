import { EventRegistry } from '@sikkerby/event-store';
import { programmes } from '@sikkerby/programmes';

/** Every event that a programme's rules know how to read, in every version of it. */
export function eventRegistry(): EventRegistry {
  const registry = new EventRegistry();
  for (const { deciders, upcasters = [] } of programmes) {
    for (const { evolve } of deciders) registry.register(Object.keys(evolve));
    for (const { from, to, upcast } of upcasters) registry.registerUpcaster(from, to, upcast);
  }
  return registry;
}

/** The same events, each read and written in the version in which it is. */
export function registryAsWritten(): EventRegistry {
  return new EventRegistry().register(eventRegistry().readable);
}
