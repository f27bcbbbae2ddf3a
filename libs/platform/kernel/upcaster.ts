import type { DomainEvent } from './event.js';

/** How an event that was written once in an older version, or under another name, is read now. */
export interface Upcaster {
  readonly from: string;
  /** May itself be an older version, which another upcaster leads on from. */
  readonly to: string;
  /** Makes the data of the one into those of the other. Pure. */
  readonly upcast: (data: object) => object;
}

/** The new data, and nothing that only the old data have. */
type Lifted<Old extends object, New extends object> = New &
  Readonly<Partial<Record<Exclude<keyof Old, keyof New>, never>>>;

/**
 * How an older version of an event is read as the next, so that rules, lists and figures know the next
 * only. What is recorded stays as it was written.
 * @param from the type under which it was written once
 * @param to the type that is given now, or an older one which another upcaster leads on from
 * @param upcast the old data as new ones; pure, since it is done again at every read
 */
export function upcaster<Old extends DomainEvent, New extends DomainEvent>(
  from: Old['type'],
  to: New['type'],
  upcast: (data: Old['data']) => Lifted<Old['data'], New['data']>,
): Upcaster {
  return { from, to, upcast };
}
