import { hash } from 'node:crypto';
import type { Identity } from '@sikkerby/access';
import type { Day } from '@sikkerby/kernel';

/** Everything about a command besides what it says: who, which attempt, in which state of things. */
export interface Intent {
  readonly identity: Identity;
  /** The caller's Idempotency-Key: the same key is the same intent, however often it arrives. */
  readonly key: string;
  /** The revision that the caller saw (If-Match); `none` for a unit that is about to exist. */
  readonly expected: number | 'none';
  readonly correlationId: string;
  /** The event that it is an answer to, where one is. */
  readonly causationId?: string;
  /** The day in Copenhagen on which the command is given. */
  readonly today: Day;
}

/** A UUID made of user, key and `what`: a retry of the same intent gives the same ids. */
export function idFrom(intent: Pick<Intent, 'identity' | 'key'>, what: string): string {
  return idOf([intent.identity.user, intent.key, what]);
}

/** A UUID made of these words: the same for the same, in their order. */
export function idOf(words: readonly string[]): string {
  const hex = hash('sha256', JSON.stringify(words), 'hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
