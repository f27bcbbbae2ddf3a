import { randomUUID } from 'node:crypto';
import { random } from './random.js';
import { openBytes, sealBytes } from './sealing.js';

/** Whose texts a data key seals. */
export interface Owner {
  readonly programme: string;
  readonly subject: string;
}

/** A data key as the table holds it, wrapped by the key-encryption key. */
export interface WrappedKey extends Owner {
  readonly keyId: string;
  readonly wrapped: Buffer;
}

export interface DataKey extends WrappedKey {
  readonly key: Buffer;
}

/** The data keys in use, opened; of those not used for long, the table keeps the wrapped form. */
export class DataKeys {
  private readonly opened = new Map<string, DataKey>();

  constructor(
    private readonly keyEncryptionKey: Buffer,
    private readonly size: number,
  ) {}

  known(owner: Owner): DataKey | undefined {
    return this.opened.get(nameOf(owner));
  }

  /** A key that nobody else has; not known before it is kept. */
  fresh({ programme, subject }: Owner): DataKey {
    const key = random(32);
    const keyId = randomUUID();
    const wrapped = sealBytes(this.keyEncryptionKey, [keyId, programme, subject], key);
    return { programme, subject, keyId, wrapped, key };
  }

  /** Opens a wrapped key; throws when it is not the one of that owner. */
  open(stored: WrappedKey): DataKey {
    const { programme, subject, keyId, wrapped } = stored;
    const known = this.known(stored);
    if (known?.keyId === keyId && known.wrapped.equals(wrapped)) return known;
    const key = openBytes(this.keyEncryptionKey, [keyId, programme, subject], wrapped);
    return this.remember({ programme, subject, keyId, wrapped, key });
  }

  remember(dataKey: DataKey): DataKey {
    const oldest = this.opened.keys().next();
    if (this.opened.size >= this.size && !oldest.done) this.opened.delete(oldest.value);
    this.opened.set(nameOf(dataKey), dataKey);
    return dataKey;
  }
}

export function nameOf({ programme, subject }: Owner): string {
  return JSON.stringify([programme, subject]);
}
