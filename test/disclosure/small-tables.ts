import type { Cell, Known, Problem } from '@sikkerby/disclosure';
import { Random } from '../golden-year/random.js';

/** A table with all its totals, of the counts of its finest cells in the order of their codes. */
export function tableOf(shape: readonly number[], counts: readonly number[]): Problem {
  const cells: Cell[] = [];
  const known: Known[] = [];
  for (const { key, plus } of marginsOf(shape)) {
    const value = plus.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);
    if (value === 0) known.push({ key, plus, low: 0, high: 0 });
    else cells.push({ key, plus, value, ...sensitive(value) });
  }
  return { size: counts.length, cells, known };
}

export function sensitive(value: number): Pick<Cell, 'protect'> {
  return value > 0 && value < 5 ? { protect: { low: 1, high: 5 } } : {};
}

/** Some counts below 5, many above, few zeros. */
export function randomTable(random: Random, shape: readonly number[]): Problem {
  const size = shape.reduce((product, length) => product * length, 1);
  const counts = Array.from({ length: size }, () =>
    random.pick([
      [0, 1],
      [random.whole(1, 4), 3],
      [random.whole(5, 12), 7],
    ]),
  );
  return tableOf(shape, counts);
}

/** Every code of every dimension, and the total over it. */
function marginsOf(shape: readonly number[]): { key: string; plus: number[] }[] {
  return shape.reduce(
    (before, length) =>
      before.flatMap(({ key, plus }) => {
        const codes = Array.from({ length }, (_, code) => code);
        const under = (code: number) => plus.map((cell) => cell * length + code);
        return [
          ...codes.map((code) => ({ key: `${key}|${code}`, plus: under(code) })),
          {
            key: `${key}|*`,
            plus: codes.flatMap(under).sort((one, other) => one - other),
          },
        ];
      }),
    [{ key: '', plus: [0] }],
  );
}
