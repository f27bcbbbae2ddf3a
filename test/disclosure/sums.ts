import type { Cell, Known, Problem } from '@sikkerby/disclosure';
import { sensitive } from './small-tables.js';

/** What is added up, under which key. */
export type Sums = Readonly<Record<string, readonly number[]>>;

/** A problem of any sums of the counts: zeros are known, 1 to 4 are sensitive. */
export function problemOfSums(counts: readonly number[], sums: Sums): Problem {
  const cells: Cell[] = [];
  const known: Known[] = [];
  for (const [key, plus] of Object.entries(sums)) {
    const value = plus.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);
    if (value === 0) known.push({ key, plus, low: 0, high: 0 });
    else cells.push({ key, plus, value, ...sensitive(value) });
  }
  return { size: counts.length, cells, known };
}

/** Published together; of cells with one key, the first. */
export function together(...problems: readonly Problem[]): Problem {
  const cells = new Map(problems.flatMap((one) => one.cells.map((cell) => [cell.key, cell])));
  const known = new Map(problems.flatMap((one) => one.known.map((row) => [row.key, row])));
  const size = Math.max(...problems.map((one) => one.size));
  return { size, cells: [...cells.values()], known: [...known.values()] };
}
