import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, hasCode } from '@sikkerby/configuration';

/** The key of that version is destroyed, or was never here: what it wraps cannot be opened. */
export class KeyGone extends Error {
  override readonly name = 'KeyGone';
}

/**
 * Key-encryption keys, several versions for each programme, held outside the database. An HSM or a
 * key service can take the files' place.
 */
export interface KeyRing {
  /** Versions that are there, in order. */
  versions(programme: string): readonly number[];
  /** 32 bytes. @throws KeyGone */
  key(programme: string, version: number): Buffer;
  /** Makes a version, unless it is there already. */
  make(programme: string, version: number): void;
  /** Destroys a version; does nothing when it is gone. */
  destroy(programme: string, version: number): void;
}

/** Keys as files `<programme>.<version>.key` of a folder, 32 bytes in base64, for their owner only. */
export class KeyFiles implements KeyRing {
  constructor(private readonly folder: string) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      accessSync(folder, constants.R_OK | constants.W_OK);
    } catch {
      throw new ConfigurationError(
        `KEYS_DIR: ${folder} is not a folder that this user may write to`,
      );
    }
  }

  versions(programme: string): readonly number[] {
    const prefix = `${programme}.`;
    return readdirSync(this.folder)
      .filter((name) => name.startsWith(prefix) && name.endsWith('.key'))
      .map((name) => Number(name.slice(prefix.length, -'.key'.length)))
      .sort((one, other) => one - other);
  }

  key(programme: string, version: number): Buffer {
    try {
      return Buffer.from(readFileSync(this.file(programme, version), 'utf8'), 'base64');
    } catch (error) {
      throw hasCode(error, 'ENOENT') ? new KeyGone(`${programme}, key ${version}`) : error;
    }
  }

  /** Of two processes that make it at once one wins. */
  make(programme: string, version: number): void {
    const draft = join(this.folder, `draft-${randomBytes(8).toString('hex')}`);
    writeFileSync(draft, randomBytes(32).toString('base64'), { mode: 0o600, flush: true });
    try {
      linkSync(draft, this.file(programme, version));
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    } finally {
      rmSync(draft);
    }
  }

  destroy(programme: string, version: number): void {
    try {
      truncateSync(this.file(programme, version));
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
    }
    rmSync(this.file(programme, version), { force: true });
  }

  private file(programme: string, version: number): string {
    return join(this.folder, `${programme}.${version}.key`);
  }
}
