import type { Intent } from './intent.js';

/** Which command each Idempotency-Key was used for; a key of another user is another key. */
export abstract class UsedKeys {
  /** Remembers the key's command, the first time it is seen. @throws KeyReused */
  abstract claim(intent: Intent, command: readonly unknown[]): Promise<void>;
}
