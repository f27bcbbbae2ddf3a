import { openAttacker, type Cell, type Interval, type Problem } from '@sikkerby/disclosure';
import { factsOf, isMet } from './facts.js';

/**
 * The ends of intervals that no table of whole counts shows to be possible. The tables are the
 * attacker's, but each is held against every fact here: what it shows needs no trust.
 */
export async function notShown(
  problem: Problem,
  hidden: ReadonlySet<string>,
  intervals: readonly (Interval & { readonly key: string })[],
): Promise<string[]> {
  const facts = factsOf(problem, hidden);
  const cells = new Map(problem.cells.map((cell) => [cell.key, cell]));
  const known = facts.map((fact, at) => ({ ...fact, key: String(at) }));
  const attacker = await openAttacker(problem.size, known);
  try {
    const asked = intervals.flatMap(({ key, low, high }) => {
      const cell = cells.get(key);
      return cell
        ? [
            { cell, end: -1 as const, to: low },
            { cell, end: 1 as const, to: high },
          ]
        : [];
    });
    for (const { cell, end, to } of asked) attacker.reaches(cell, end, to);
    const tables = attacker
      .witnesses()
      .filter((table) => table.every((count) => count >= 0 && Number.isInteger(count)))
      .filter((table) => facts.every((fact) => isMet(fact, table)));
    return asked
      .filter(({ cell, end, to }) => tables.every((table) => end * sumOf(cell, table) < end * to))
      .map(({ cell, to }) => `${cell.key} as ${to}`);
  } finally {
    attacker.close();
  }
}

function sumOf({ plus }: Cell, table: Float64Array): number {
  return plus.reduce((sum, cell) => sum + (table[cell] ?? 0), 0);
}
