import type { Part, PartRow, Terms } from './reduction.js';
import { type Program, type Row, type Solver } from './solver.js';

export type Answer = 'yes' | 'no' | 'undecided';

/** Whether a sum can be so, and whole counts that show it where they were found. */
export interface Reached {
  readonly answer: Answer;
  readonly witness?: Float64Array;
}

/** How many nodes a program in whole numbers may open before it is undecided. */
export const defaultNodes = 2_000;

export function valueOf({ columns, values }: Terms, counts: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < columns.length; at++)
    sum += (values[at] ?? 0) * (counts[columns[at] ?? 0] ?? 0);
  return sum;
}

/**
 * Steps away from whole counts that fit all rows: the smallest change of single counts by which a
 * sum comes as high, or as low, as is asked. The smallest is mostly whole by itself.
 */
export class Steps {
  private readonly rows: PartRow[];
  private readonly least: Program;
  private readonly rowOf = new Map<string, number>();
  private readonly down: readonly number[];
  private readonly downOf: ReadonlyMap<number, number>;

  constructor(
    private readonly solver: Solver,
    part: Part,
    readonly start: Float64Array,
    private readonly nodes = defaultNodes,
  ) {
    this.rows = [...part.rows];
    this.rows.forEach((row, index) => this.rowOf.set(signature(row), index));
    this.down = [...start.keys()].filter((column) => (start[column] ?? 0) > 0);
    this.downOf = new Map(this.down.map((column, index) => [column, start.length + index]));
    this.least = this.solver.program(
      this.columns(),
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
    this.least.row(row, least, most);
  }

  /** Whether the sum can be `target` or beyond: above it with end `1`, below it with `-1`. */
  reach(terms: Terms, end: 1 | -1, target: number): Reached {
    const row = this.rowFor(terms);
    const was = this.rows[row];
    if (!was) return { answer: 'undecided' };
    const asked =
      end === 1
        ? { low: Math.max(was.low, target), high: was.high }
        : { low: was.low, high: Math.min(was.high, target) };
    if (asked.low > asked.high) return { answer: 'no' };
    this.bound(row, asked.low, asked.high);
    const { status, columns } = this.least.solve();
    const witness = status === 'optimal' ? this.whole(columns) : undefined;
    const reached: Reached = witness
      ? { answer: 'yes', witness }
      : status === 'infeasible'
        ? { answer: 'no' }
        : this.inWholeNumbers();
    this.bound(row, was.low, was.high);
    return reached;
  }

  /** Whether counts are whole, not negative and fit every row. */
  fits(counts: Float64Array): boolean {
    return (
      counts.every((count) => count >= 0 && Number.isInteger(count)) &&
      this.rows.every((row) => {
        const value = valueOf(row, counts);
        return value >= row.low && value <= row.high;
      })
    );
  }

  private inWholeNumbers(): Reached {
    const columns = this.columns();
    const rows = this.rows.map((row) => this.relative(row));
    const program = this.solver.program(
      columns,
      rows,
      columns.map(() => true),
    );
    try {
      program.set({ mip_max_nodes: this.nodes, mip_max_improving_sols: 1 });
      const { status, columns: found } = program.solve();
      if (status === 'infeasible') return { answer: 'no' };
      const witness = this.whole(found);
      return witness ? { answer: 'yes', witness } : { answer: 'undecided' };
    } finally {
      program.close();
    }
  }

  private whole(columns: Float64Array): Float64Array | undefined {
    const counts = this.start.map((count, column) => {
      const down = columns[this.downOf.get(column) ?? -1] ?? 0;
      return count + Math.round((columns[column] ?? NaN) - down);
    });
    return this.fits(counts) ? counts : undefined;
  }

  private rowFor(terms: Terms): number {
    const found = this.rowOf.get(signature(terms));
    if (found !== undefined) return found;
    const row = { key: '', ...terms, low: -Infinity, high: Infinity };
    this.least.addRow(this.relative(row));
    this.rowOf.set(signature(terms), this.rows.length);
    return this.rows.push(row) - 1;
  }

  private columns() {
    return [
      ...Array.from(this.start, () => ({ cost: 1, low: 0, high: Infinity })),
      ...this.down.map((column) => ({ cost: 1, low: 0, high: this.start[column] ?? 0 })),
    ];
  }

  private relative(row: PartRow): Row {
    const value = valueOf(row, this.start);
    return { ...stepTerms(row, this.downOf), low: row.low - value, high: row.high - value };
  }
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
