import type { Actor } from './actor.js';
import type { Day } from './day.js';

/**
 * Something that happened in a programme. `type` is `<programme>.<subject-verbed>.v<n>`,
 * `occurredOn` the day it happened in Copenhagen: the day that decides which year it counts in.
 * `data` holds codes and references only, never a person's data.
 */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly occurredOn: Day;
  readonly data: Data;
  /** The coded reason of a correction or a void. */
  readonly reason?: string;
  /** The coded ground, where information about a person is shared. */
  readonly legalBasis?: string;
}

/**
 * A place in the total order of the log. Opaque: compare positions (as text, in code units) and
 * hand them back to the store; nothing else may be read from them. Every store writes its own in a
 * fixed width, so that the order of the texts is the order of the log.
 */
export type Position = string & { readonly position: unique symbol };

/** A domain event as the log keeps it. */
export interface RecordedEvent<
  Type extends string = string,
  Data extends object = object,
> extends DomainEvent<Type, Data> {
  readonly id: string;
  readonly stream: string;
  /** Place in its stream, from 0, gapless. */
  readonly revision: number;
  readonly position: Position;
  /** Instant of recording, UTC, ISO 8601; set by the store, never decreases with position. */
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId?: string;
  /** What the log has, where that is an older version of the event, read as the newest. */
  readonly asWritten?: Pick<DomainEvent, 'type' | 'data'>;
}

/** Reference to a text in the vault; the digest (keyed) shows when the text was changed or swapped. */
export interface VaultText {
  readonly vault: string;
  readonly digest: string;
}
