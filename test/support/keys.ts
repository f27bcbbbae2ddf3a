import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyFiles } from '@sikkerby/vault';

/** A ring of keys in a folder of its own, which this run's end takes away. */
export function testKeys(): KeyFiles {
  return new KeyFiles(testKeysFolder());
}

export function testKeysFolder(): string {
  return mkdtempSync(join(process.env.TEST_DATA_DIR ?? tmpdir(), 'keys-'));
}
