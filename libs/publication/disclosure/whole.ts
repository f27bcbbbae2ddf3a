import { Contradiction, type Part, type Terms } from './reduction.js';
import type { Column, Program, Row, Solution, Solver } from './solver.js';

/** How many columns are rounded in search of a whole solution before a program looks for one. */
const dives = 200;

export function valueOf({ columns, values }: Terms, counts: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < columns.length; at++)
    sum += (values[at] ?? 0) * (counts[columns[at] ?? 0] ?? 0);
  return sum;
}

/** Whether counts are whole, not negative and fit every row. */
export function fits(
  rows: readonly (Terms & { readonly low: number; readonly high: number })[],
  counts: Float64Array,
): boolean {
  return (
    counts.every((count) => count >= 0 && Number.isInteger(count)) &&
    rows.every((row) => {
      const value = valueOf(row, counts);
      return value >= row.low && value <= row.high;
    })
  );
}

/** A cost that is a little different for each column, so that few solutions are equally good. */
export function unlike(column: number): number {
  return 1 + ((column * 7919 + 17) % 101) / 1010;
}

/**
 * A whole solution near one that need not be: the most fractional column is rounded up, the others
 * follow, and again. Nothing where this leads nowhere. The columns' bounds are put back.
 */
export function dive(
  program: Program,
  columns: readonly Column[],
  solved: Solution,
): Float64Array | undefined {
  const rounded = new Set<number>();
  const bounds = new Map<number, Column>();
  let now = solved;
  try {
    for (let round = 0; round < dives && now.status === 'optimal'; round++) {
      const column = mostFractional(now.columns);
      if (column === undefined) return now.columns.map((value) => Math.round(value));
      const was = bounds.get(column) ?? columns[column];
      if (!was) return undefined;
      const value = now.columns[column] ?? 0;
      rounded.add(column);
      const attempts = [
        { ...was, low: Math.ceil(value) },
        { ...was, high: Math.floor(value) },
      ];
      for (const bound of attempts) {
        bounds.set(column, bound);
        program.column(column, bound.low, bound.high);
        now = program.solve();
        if (now.status === 'optimal') break;
      }
    }
    return undefined;
  } finally {
    for (const column of rounded)
      program.column(column, columns[column]?.low ?? 0, columns[column]?.high ?? Infinity);
  }
}

/** The whole solution that a program in whole numbers finds. */
export function inWholeNumbers(
  solver: Solver,
  columns: readonly Column[],
  rows: readonly Row[],
  nodes: number,
): { readonly infeasible: boolean; readonly columns: Float64Array } {
  const program = solver.program(
    columns,
    rows,
    columns.map(() => true),
  );
  try {
    program.set({ mip_max_nodes: nodes, mip_max_improving_sols: 1 });
    const { status, columns: found } = program.solve();
    return {
      infeasible: status === 'infeasible',
      columns: found.map((count) => Math.round(count)),
    };
  } finally {
    program.close();
  }
}

/**
 * Whole counts that fit all rows; nothing where none were found.
 * @throws {Contradiction} where there are none.
 */
export function wholeCounts(solver: Solver, part: Part, nodes: number): Float64Array | undefined {
  const columns = Array.from({ length: part.columns }, (_, column) => ({
    cost: unlike(column),
    low: 0,
    high: Infinity,
  }));
  const program = solver.program(columns, part.rows);
  const solved = program.solve();
  const near = solved.status === 'optimal' ? dive(program, columns, solved) : undefined;
  program.close();
  if (near && fits(part.rows, near)) return near;
  const found = inWholeNumbers(solver, columns, part.rows, nodes);
  if (solved.status === 'infeasible' || found.infeasible) throw new Contradiction(apart);
  return fits(part.rows, found.columns) ? found.columns : undefined;
}

export const apart = 'The facts contradict each other: no counts fit them all.';

function mostFractional(columns: Float64Array): number | undefined {
  let most: number | undefined;
  let share = 1e-6;
  columns.forEach((value, column) => {
    const fraction = value - Math.floor(value);
    if (fraction > share + 1e-9 && fraction < 1 - 1e-6) [most, share] = [column, fraction];
  });
  return most;
}
