import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigurationError, hasCode } from '@sikkerby/configuration';
import type { Day } from '@sikkerby/kernel';
import { derivedKey, keyedDigest } from '@sikkerby/vault';
import type { ErasedPerson } from './person-erasure.js';

/** Somebody who was erased; nothing that says who they were. */
export interface LedgerEntry extends ErasedPerson {
  /** Further units that were shredded with them. */
  readonly units: readonly string[];
  /** The day in Copenhagen. */
  readonly day: Day;
}

interface Line extends LedgerEntry {
  /** Keyed, of this entry and the line before it. */
  readonly digest: string;
}

/**
 * Who was erased, in a file beside the keys and so in no backup of the database: a line for each,
 * each tied to the one before. One process at a time appends.
 */
export class ErasureLedger {
  private readonly file: string;
  private readonly key: Buffer;

  /**
   * @param folder of the keys
   * @param secret from outside the database
   */
  constructor(folder: string, secret: Buffer) {
    this.file = join(folder, 'erasures.ledger');
    this.key = derivedKey(secret, 'erasure ledger');
  }

  /** Every line, in order. @throws ConfigurationError when one is not what was written */
  entries(): LedgerEntry[] {
    return this.lines().map(entryOf);
  }

  /** Returns when the line is on the disk. Does nothing when the person has one. */
  append(person: LedgerEntry): void {
    const { programme, subject } = person;
    const lines = this.lines();
    if (lines.some((line) => line.programme === programme && line.subject === subject)) return;
    const entry = entryOf(person);
    const line = { ...entry, digest: this.digest(entry, lines.at(-1)) };
    const descriptor = openSync(this.file, 'a', 0o600);
    try {
      // What a power cut left of a line that nobody was told of.
      ftruncateSync(descriptor, Buffer.byteLength(this.text()));
      writeSync(descriptor, `${JSON.stringify(line)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    syncFolder(dirname(this.file));
  }

  private lines(): Line[] {
    const lines: Line[] = [];
    for (const text of this.text().split('\n').slice(0, -1)) {
      const line = parsed(text);
      if (line?.digest !== this.digest(line, lines.at(-1))) {
        const place = `line ${String(lines.length + 1)} of erasures.ledger`;
        throw new ConfigurationError(`KEYS_DIR: ${place} is not what was written`);
      }
      lines.push(line);
    }
    return lines;
  }

  /** Its whole lines. */
  private text(): string {
    try {
      const text = readFileSync(this.file, 'utf8');
      return text.slice(0, text.lastIndexOf('\n') + 1);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return '';
      throw error;
    }
  }

  private digest(entry: LedgerEntry | undefined, before: Line | undefined): string {
    const { programme = '', subject = '', units = [], day = '' } = entry ?? {};
    const texts = [before?.digest ?? '', programme, subject, day, ...units];
    return keyedDigest(this.key, ...texts).toString('base64url');
  }
}

const entryOf = ({ programme, subject, units, day }: LedgerEntry): LedgerEntry => ({
  ...{ programme, subject, units, day },
});

function parsed(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}

/** A file that was made is there after a power cut only when its folder was written, too. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
