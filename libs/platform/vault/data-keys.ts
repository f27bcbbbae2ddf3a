import { randomUUID } from 'node:crypto';
import type { KeyRing } from './key-ring.js';
import { random } from './random.js';
import { openBytes, sealBytes } from './sealing.js';

/** Whose texts a data key seals. */
export interface Owner {
  readonly programme: string;
  readonly subject: string;
}

/** A data key as the table holds it, wrapped by a version of the programme's key-encryption key. */
export interface WrappedKey extends Owner {
  readonly keyId: string;
  readonly version: number;
  readonly wrapped: Buffer;
}

export interface DataKey extends WrappedKey {
  readonly key: Buffer;
}

interface Opened {
  readonly dataKey: DataKey;
  readonly since: number;
}

/** So long an opened key is held: what is shredded elsewhere is forgotten here within a minute. */
const longest = 50_000;

/** The data keys in use, opened; of those not used for long, the table keeps the wrapped form. */
export class DataKeys {
  private readonly opened = new Map<string, Opened>();
  private readonly keyEncryptionKeys = new Map<string, Buffer>();
  private readonly newest = new Map<string, number>();

  constructor(
    private readonly ring: KeyRing,
    private readonly size: number,
  ) {}

  known(owner: Owner): DataKey | undefined {
    const found = this.opened.get(nameOf(owner));
    if (!found || performance.now() - found.since < longest) return found?.dataKey;
    this.forget(owner);
    return undefined;
  }

  forget(owner: Owner): void {
    this.opened.delete(nameOf(owner));
  }

  /** A key that nobody else has; not known before it is kept. */
  fresh({ programme, subject }: Owner): DataKey {
    const key = random(32);
    const [keyId, version] = [randomUUID(), this.version(programme)];
    return {
      programme,
      subject,
      keyId,
      key,
      version,
      wrapped: this.wrap(version, { programme, subject, keyId, key }),
    };
  }

  /** The same key under another version. */
  rewrapped(stored: WrappedKey, version: number): WrappedKey {
    const { programme, subject, keyId } = stored;
    const wrapped = this.wrap(version, { programme, subject, keyId, key: this.unwrapped(stored) });
    return { programme, subject, keyId, version, wrapped };
  }

  /** Opens a wrapped key; throws when it is not the one of that owner, or its wrapping is gone. */
  open(stored: WrappedKey): DataKey {
    const known = this.known(stored);
    if (known?.keyId === stored.keyId && known.wrapped.equals(stored.wrapped)) return known;
    const { programme, subject, keyId, version, wrapped } = stored;
    const key = this.unwrapped(stored);
    return this.remember({ programme, subject, keyId, version, wrapped, key });
  }

  remember(dataKey: DataKey): DataKey {
    const oldest = this.opened.keys().next();
    if (this.opened.size >= this.size && !oldest.done) this.opened.delete(oldest.value);
    this.opened.set(nameOf(dataKey), { dataKey, since: performance.now() });
    return dataKey;
  }

  /** Looks at the ring anew: another process may have turned it. */
  refresh(): void {
    this.newest.clear();
    this.keyEncryptionKeys.clear();
  }

  /** The version to wrap with: the newest. */
  private version(programme: string): number {
    const known = this.newest.get(programme);
    if (known !== undefined) return known;
    if (this.ring.versions(programme).length === 0) this.ring.make(programme, 1);
    const newest = this.ring.versions(programme).at(-1) ?? 1;
    this.newest.set(programme, newest);
    return newest;
  }

  private wrap(
    version: number,
    { programme, subject, keyId, key }: Owner & { readonly keyId: string; readonly key: Buffer },
  ): Buffer {
    const bound = [keyId, programme, subject, String(version)];
    return sealBytes(this.keyEncryptionKey(programme, version), bound, key);
  }

  private unwrapped({ programme, subject, keyId, version, wrapped }: WrappedKey): Buffer {
    const bound = [keyId, programme, subject, String(version)];
    return openBytes(this.keyEncryptionKey(programme, version), bound, wrapped);
  }

  private keyEncryptionKey(programme: string, version: number): Buffer {
    const name = `${programme} ${version}`;
    const key = this.keyEncryptionKeys.get(name) ?? this.ring.key(programme, version);
    this.keyEncryptionKeys.set(name, key);
    return key;
  }
}

export function nameOf({ programme, subject }: Owner): string {
  return JSON.stringify([programme, subject]);
}
