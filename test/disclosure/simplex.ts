import { roof, type Bounds, type Fact } from './facts.js';

const tiny = 1e-9;

interface Equation {
  readonly factors: Map<number, number>;
  readonly sum: number;
}

/**
 * Numbers, whole or not, that meet all facts and bounds; nothing where there are none. The simplex
 * method as in the textbook: a whole table, the smallest number of sum of what is missing, and
 * always the first column and row that serve, so that it ends.
 */
export function anyNumbers(facts: readonly Fact[], bounds: Bounds): Float64Array | undefined {
  const { low, high } = bounds;
  const free = [...low.keys()].filter((cell) => (high[cell] ?? 0) > (low[cell] ?? 0));
  const columnOf = new Map(free.map((cell, column) => [cell, column]));
  let columns = free.length;
  const equations: Equation[] = [];
  const add = (terms: Iterable<readonly [number, number]>, slack: number, sum: number) => {
    const factors = new Map(terms);
    if (slack !== 0) factors.set(columns++, slack);
    equations.push({ factors, sum });
  };
  for (const fact of facts) {
    const at = bounds.atLeast(fact);
    const terms = [
      ...fact.plus.map((cell) => [columnOf.get(cell) ?? -1, 1] as const),
      ...fact.minus.map((cell) => [columnOf.get(cell) ?? -1, -1] as const),
    ].filter(([column]) => column >= 0);
    if (fact.low === fact.high) add(terms, 0, fact.low - at);
    else {
      if (fact.high < roof) add(terms, 1, fact.high - at);
      if (fact.low > -roof) add(terms, -1, fact.low - at);
    }
  }
  for (const [column, cell] of free.entries()) {
    const room = (high[cell] ?? 0) - (low[cell] ?? 0);
    if (room < roof / 2) add([[column, 1]], 1, room);
  }
  const values = solved(equations, columns);
  return values && low.map((from, cell) => from + (values[columnOf.get(cell) ?? -1] ?? 0));
}

/** Values that are not negative and meet the equations. */
function solved(equations: readonly Equation[], columns: number): Float64Array | undefined {
  const rows = equations.map(({ factors, sum }) => {
    const row = new Float64Array(columns + 1);
    const sign = sum < 0 ? -1 : 1;
    for (const [column, factor] of factors) row[column] = sign * factor;
    row[columns] = sign * sum;
    return row;
  });
  // A basis of -1 is what is missing in the row.
  const basis = rows.map(() => -1);
  const missing = new Float64Array(columns + 1);
  for (const row of rows)
    for (const [at, value] of row.entries()) missing[at] = (missing[at] ?? 0) + value;
  for (;;) {
    const column = missing.findIndex((value, at) => at < columns && value > tiny);
    if (column < 0) break;
    const leaving = leavingRow(rows, basis, column, columns);
    if (leaving < 0) break;
    turn(rows, missing, leaving, column);
    basis[leaving] = column;
  }
  if ((missing[columns] ?? 0) > 1e-6) return undefined;
  const values = new Float64Array(columns);
  for (const [row, column] of basis.entries()) {
    if (column >= 0) values[column] = rows[row]?.[columns] ?? 0;
  }
  return values;
}

/** The row that first comes down to zero while the column grows; of several the first column's. */
function leavingRow(
  rows: readonly Float64Array[],
  basis: readonly number[],
  column: number,
  sums: number,
): number {
  let [best, least] = [-1, Infinity];
  for (const [at, row] of rows.entries()) {
    const factor = row[column] ?? 0;
    if (factor <= tiny) continue;
    const ratio = (row[sums] ?? 0) / factor;
    const isTie = Math.abs(ratio - least) <= tiny;
    if (isTie ? (basis[at] ?? 0) < (basis[best] ?? 0) : ratio < least) [best, least] = [at, ratio];
  }
  return best;
}

/** Solves the row for the column and puts that into all others. */
function turn(rows: readonly Float64Array[], missing: Float64Array, at: number, column: number) {
  const pivot = rows[at];
  if (!pivot) return;
  const factor = pivot[column] ?? 1;
  for (const [place, value] of pivot.entries()) pivot[place] = value / factor;
  for (const row of [...rows, missing]) {
    const times = row[column] ?? 0;
    if (row === pivot || times === 0) continue;
    for (const [place, value] of pivot.entries()) row[place] = (row[place] ?? 0) - times * value;
  }
}
