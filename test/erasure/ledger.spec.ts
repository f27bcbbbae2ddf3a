import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErasureLedger } from '@sikkerby/erasure';
import { day } from '@sikkerby/kernel';
import { testKeysFolder } from '../support/keys.js';

const secret = randomBytes(32);
const entry = (subject: string) => ({
  ...{ programme: 'youth-concern', subject, units: ['u'], day: day('2026-11-24') },
});

let folder: string;
let file: string;
let ledger: ErasureLedger;
beforeEach(() => {
  folder = testKeysFolder();
  file = join(folder, 'erasures.ledger');
  ledger = new ErasureLedger(folder, secret);
});

describe('the ledger', () => {
  it('has a line for each person, once, for its owner only', () => {
    expect(ledger.entries()).toEqual([]);
    for (const subject of ['a', 'b', 'a', 'b']) ledger.append(entry(subject));
    expect(new ErasureLedger(folder, secret).entries()).toEqual([entry('a'), entry('b')]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('goes on after a line that a power cut tore', () => {
    ledger.append(entry('a'));
    appendFileSync(file, '{"programme":"youth-con');
    expect(ledger.entries()).toEqual([entry('a')]);
    ledger.append(entry('b'));
    expect(ledger.entries()).toEqual([entry('a'), entry('b')]);
  });

  it.each([
    ['changed', (text: string) => text.replace('"a"', '"x"')],
    ['taken out', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['moved', (text: string) => text.split('\n').slice(0, -1).reverse().join('\n') + '\n'],
    ['no line', (text: string) => `${text}nonsense\n`],
  ])('is refused when a line was %s', (_, edit) => {
    for (const subject of ['a', 'b']) ledger.append(entry(subject));
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
    expect(() => ledger.entries()).toThrow('is not what was written');
    expect(() => {
      ledger.append(entry('c'));
    }).toThrow('is not what was written');
  });

  it('is refused with another secret', () => {
    ledger.append(entry('a'));
    expect(() => new ErasureLedger(folder, randomBytes(32)).entries()).toThrow('line 1');
  });
});
