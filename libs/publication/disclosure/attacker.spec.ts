import { describe, expect, it } from '@jest/globals';
import { Contradiction, openAttacker, type Attacker, type Known } from './index.js';

async function asking<Result>(
  size: number,
  known: readonly Known[],
  ask: (attacker: Attacker) => Result,
): Promise<Result> {
  const attacker = await openAttacker(size, known);
  try {
    return ask(attacker);
  } finally {
    attacker.close();
  }
}

function sum(key: string, plus: readonly number[], low: number, high = low): Known {
  return { key, plus, low, high };
}

describe('what an attacker finds out', () => {
  it('is what a total leaves when the others are known', async () => {
    const known = [sum('total', [0, 1, 2], 9), sum('first', [0], 4), sum('rest', [2], 1, 3)];
    const range = await asking(3, known, (attacker) => attacker.range({ plus: [1] }));
    expect(range).toEqual({ low: 2, high: 4, decided: true });
  });

  it('has no upper end where nothing bounds it', async () => {
    const known = [sum('first', [0], 4)];
    const range = await asking(2, known, (attacker) => attacker.range({ plus: [0, 1] }));
    expect(range).toEqual({ low: 4, high: Infinity, decided: true });
  });

  it('counts only whole numbers', async () => {
    const known = [sum('ab', [0, 1], 3), sum('bc', [1, 2], 3), sum('ac', [0, 2], 2, 3)];
    const [range, covers] = await asking(3, known, (attacker) => [
      attacker.range({ plus: [0, 2] }),
      attacker.covers({ plus: [0, 2] }, { low: 2, high: 3 }),
    ]);
    expect(range).toEqual({ low: 2, high: 2, decided: true });
    expect(covers).toBe('no');
  });

  it('is of a part of cells that always come together anything up to their sum', async () => {
    const known = [sum('three', [0, 1, 2], 7), sum('other', [3], 2)];
    const ranges = await asking(4, known, (attacker) => [
      attacker.range({ plus: [0] }),
      attacker.range({ plus: [0, 1, 2, 3] }),
      attacker.range({ plus: [3], minus: [0] }),
    ]);
    expect(ranges).toEqual([
      { low: 0, high: 7, decided: true },
      { low: 9, high: 9, decided: true },
      { low: -5, high: 2, decided: true },
    ]);
  });

  it('is exact of a difference between two releases that is known', async () => {
    const known = [
      { key: 'change', plus: [0, 1], minus: [2, 3], low: 1, high: 1 },
      sum('before', [2, 3], 6),
    ];
    const range = await asking(4, known, (attacker) => attacker.range({ plus: [0, 1] }));
    expect(range).toEqual({ low: 7, high: 7, decided: true });
  });

  it('is nothing where the facts contradict each other', async () => {
    const totals = [sum('total', [0, 1], 3), sum('first', [0], 4)];
    await expect(asking(2, totals, () => 0)).rejects.toBeInstanceOf(Contradiction);
    const zero = [sum('total', [0, 1], 0), sum('first', [0], 1)];
    await expect(asking(2, zero, () => 0)).rejects.toBeInstanceOf(Contradiction);
    const odd = [sum('ab', [0, 1], 3), sum('bc', [1, 2], 3), sum('ac', [0, 2], 3)];
    await expect(asking(3, odd, () => 0)).rejects.toBeInstanceOf(Contradiction);
  });

  it('uses counts that are given only where they fit', async () => {
    const known = [sum('total', [0, 1], 5), sum('first', [0], 1, 4)];
    const witnesses = [Float64Array.of(9, 9), Float64Array.of(2, 3), Float64Array.of(2.5, 2.5)];
    const attacker = await openAttacker(2, known, { witnesses });
    expect(attacker.witnesses()).toEqual([Float64Array.of(2, 3)]);
    attacker.close();
  });
});
