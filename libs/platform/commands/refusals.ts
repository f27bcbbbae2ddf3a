import { Rejection, type AllowedCommand, type RecordedEvent } from '@sikkerby/kernel';

/** No unit of that kind has that id. */
export class NoSuchUnit extends Error {
  override readonly name = 'NoSuchUnit';
}

/** The unit has moved on since the revision that the caller saw. */
export class StaleRevision extends Error {
  override readonly name = 'StaleRevision';
  constructor(
    readonly actual: number,
    readonly missed: readonly RecordedEvent[],
  ) {
    super(`the unit is at revision ${String(actual)}`);
  }
}

/** A rule said no; `allowed` is what the unit's state and the actor permit instead. */
export class Refused extends Rejection {
  constructor(
    rule: string,
    readonly allowed: readonly AllowedCommand[],
  ) {
    super(rule);
  }
}

/** An Idempotency-Key came back with another command. */
export class KeyReused extends Error {
  override readonly name = 'KeyReused';
}
