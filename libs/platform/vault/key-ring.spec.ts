import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyFiles, KeyGone } from './key-ring.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sikkerby-key-ring-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('knows the versions of a programme in order, and takes no other file for a key', () => {
  const ring = new KeyFiles(folder);
  for (const version of [10, 2, 1]) ring.make('infohus', version);
  ring.make('infohus-two', 7);
  for (const name of ['infohus.3', 'infohus.4.key.old', 'erasures.ledger']) {
    writeFileSync(join(folder, name), '');
  }
  expect(ring.versions('infohus')).toEqual([1, 2, 10]);
  expect(ring.versions('infohus-two')).toEqual([7]);
  expect(ring.versions('nobody')).toEqual([]);
});

it('makes a key once, of 32 bytes, and has none that is destroyed', () => {
  const ring = new KeyFiles(folder);
  ring.make('infohus', 1);
  const key = ring.key('infohus', 1);
  ring.make('infohus', 1);
  expect(ring.key('infohus', 1)).toEqual(key);
  expect(key).toHaveLength(32);
  ring.destroy('infohus', 1);
  ring.destroy('infohus', 1);
  expect(() => ring.key('infohus', 1)).toThrow(KeyGone);
  expect(ring.versions('infohus')).toEqual([]);
});
