import { describe, expect, it } from '@jest/globals';
import { eraseAll } from './replay-ledger.js';

describe('erasing everybody of a programme', () => {
  it('is of the vault with their units first, and of the register then', async () => {
    const done: unknown[] = [];
    const persons = {
      personalData: {
        shred: (...given: unknown[]) => Promise.resolve(void done.push(['shred', ...given])),
      },
      register: {
        erase: (...given: unknown[]) => Promise.resolve(void done.push(['erase', ...given])),
      },
    };
    const entry = (subject: string, units: string[]) => ({ subject, units });
    await eraseAll([entry('a', ['u1', 'u2']), entry('b', [])], 'infohus', persons);
    expect(done).toEqual([
      ['shred', 'infohus', ['a', 'u1', 'u2', 'b']],
      ['erase', 'infohus', ['a', 'b']],
    ]);
  });
});
