import type { Part, PartRow, Terms } from './reduction.js';
import type { Column, Program, Row, Solver } from './solver.js';
import { dive, fits, inWholeNumbers, unlike, valueOf } from './whole.js';

export type Answer = 'yes' | 'no' | 'undecided';

/** Whether a sum can be so, and whole counts that show it where they were found. */
export interface Reached {
  readonly answer: Answer;
  readonly witness?: Float64Array;
}

/** How many nodes a program in whole numbers may open before it is undecided. */
export const defaultNodes = 2_000;

/**
 * Steps away from whole counts that fit all rows: the smallest change of single counts by which a
 * sum comes as high, or as low, as is asked. The smallest is mostly whole by itself.
 */
export class Steps {
  private readonly rows: PartRow[];
  private readonly columns: readonly Column[];
  private readonly program: Program;
  private readonly rowOf = new Map<string, number>();
  private readonly downOf: ReadonlyMap<number, number>;

  constructor(
    private readonly solver: Solver,
    part: Part,
    private readonly start: Float64Array,
    private readonly nodes = defaultNodes,
  ) {
    this.rows = [...part.rows];
    this.rows.forEach((row, index) => this.rowOf.set(signature(row), index));
    const down = downward(start);
    this.downOf = down.of;
    this.columns = [
      ...Array.from(start, (_, column) => ({ cost: unlike(column), low: 0, high: Infinity })),
      ...down.columns.map((column) => ({ cost: unlike(column), low: 0, high: start[column] ?? 0 })),
    ];
    this.program = solver.program(
      this.columns,
      this.rows.map((row) => this.relative(row)),
    );
  }

  /** From now on the row must be between the two. */
  bound(row: number, low: number, high: number): void {
    const was = this.rows[row];
    if (!was || (was.low === low && was.high === high)) return;
    const now = { ...was, low, high };
    this.rows[row] = now;
    const { low: least, high: most } = this.relative(now);
    this.program.row(row, least, most);
  }

  /** Whether the sum can be `target` or beyond: above it with end `1`, below it with `-1`. */
  reach(terms: Terms, end: 1 | -1, target: number): Reached {
    return this.within(terms, end, target, () => this.feasible()) ?? { answer: 'no' };
  }

  /** The same for an attacker who takes counts for any number: the counts, where there are any. */
  reachLinear(terms: Terms, end: 1 | -1, target: number): Float64Array | undefined {
    return this.within(terms, end, target, () => {
      const { status, columns } = this.program.solve();
      return status === 'optimal' ? this.after(columns) : undefined;
    });
  }

  private within<Result>(
    terms: Terms,
    end: 1 | -1,
    target: number,
    work: () => Result,
  ): Result | undefined {
    const row = this.rowFor(terms);
    const was = this.rows[row];
    if (!was) return undefined;
    const low = end === 1 ? Math.max(was.low, target) : was.low;
    const high = end === -1 ? Math.min(was.high, target) : was.high;
    if (low > high) return undefined;
    this.bound(row, low, high);
    const result = work();
    this.bound(row, was.low, was.high);
    return result;
  }

  /** Whether counts fit every row as it is now. */
  fits(counts: Float64Array): boolean {
    return fits(this.rows, counts);
  }

  private feasible(): Reached {
    const solved = this.program.solve();
    if (solved.status === 'infeasible') return { answer: 'no' };
    const steps = dive(this.program, this.columns, solved);
    const near = steps && this.after(steps);
    if (near && this.fits(near)) return { answer: 'yes', witness: near };
    const rows = this.rows.map((row) => this.relative(row));
    const { infeasible, columns } = inWholeNumbers(this.solver, this.columns, rows, this.nodes);
    if (infeasible) return { answer: 'no' };
    const witness = this.after(columns);
    return this.fits(witness) ? { answer: 'yes', witness } : { answer: 'undecided' };
  }

  private after(steps: Float64Array): Float64Array {
    return this.start.map(
      (count, column) =>
        count + (steps[column] ?? NaN) - (steps[this.downOf.get(column) ?? -1] ?? 0),
    );
  }

  private rowFor(terms: Terms): number {
    const found = this.rowOf.get(signature(terms));
    if (found !== undefined) return found;
    const row = { key: '', ...terms, low: -Infinity, high: Infinity };
    this.program.addRow(this.relative(row));
    this.rowOf.set(signature(terms), this.rows.length);
    return this.rows.push(row) - 1;
  }

  private relative(row: PartRow): Row {
    const value = valueOf(row, this.start);
    return { ...stepTerms(row, this.downOf), low: row.low - value, high: row.high - value };
  }
}

/** Columns for steps down, numbered after those for steps up: of counts that are not zero. */
export function downward(start: Float64Array) {
  const columns = [...start.keys()].filter((column) => (start[column] ?? 0) > 0);
  return { columns, of: new Map(columns.map((column, index) => [column, start.length + index])) };
}

/** The terms of a row for steps up, and against them for the steps down that there are. */
export function stepTerms(row: Terms, downOf: ReadonlyMap<number, number>): Terms {
  const columns = [...row.columns];
  const values = [...row.values];
  row.columns.forEach((column, at) => {
    const down = downOf.get(column);
    if (down === undefined) return;
    columns.push(down);
    values.push(-(row.values[at] ?? 0));
  });
  return { columns, values };
}

function signature({ columns, values }: Terms): string {
  return columns.map((column, at) => `${column}:${values[at] ?? 0}`).join(' ');
}
