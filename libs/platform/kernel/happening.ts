import type { Day } from './day.js';
import type { Command } from './decider.js';
import type { DomainEvent } from './event.js';
import { refuseUnless } from './rejection.js';

/** A command with these data, whatever its name. */
export type Asked<Data> = Command<string, Data>;

/** @throws Rejection */
export function notInTheFuture(day: Day, { today }: Pick<Command, 'today'>): void {
  refuseUnless(day <= today, 'nothing-is-recorded-before-it-happens');
}

/** The event, on the day of the command. */
export function happened<Type extends string, Data extends object>(
  type: Type,
  { occurredOn }: Pick<Command, 'occurredOn'>,
  data: Data,
): DomainEvent<Type, Data> {
  return { type, occurredOn, data };
}
