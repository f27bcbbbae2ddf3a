import type { Highs, Model } from 'highs';
import { giveBack, takeHighs } from './highs-instances.js';

/** One row of a program: coefficients of columns, and the bounds of their sum. */
export interface Row {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly low: number;
  readonly high: number;
}

export interface Column {
  readonly cost: number;
  readonly low: number;
  readonly high: number;
}

export interface Solution {
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'limit';
  /** What was found; at a limit the best so far, and NaN where there is none. */
  readonly value: number;
  /** What no solution is better than; only of a program in whole numbers. */
  readonly bound: number;
  readonly columns: Float64Array;
  /** By how much the value grows with a row's bound. */
  readonly duals: Float64Array;
}

/** The solver failed by itself: not because of what it was asked. */
export class SolverFailed extends Error {}

/** Linear programs and programs in whole numbers, which look for the smallest value. */
export class Solver {
  private readonly open = new Set<Program>();
  private isClosed = false;

  private constructor(private readonly highs: Highs) {}

  static async start(): Promise<Solver> {
    return new Solver(await takeHighs());
  }

  program(columns: readonly Column[], rows: readonly Row[], whole?: readonly boolean[]): Program {
    const program = guarded(this.highs, () => {
      const model = this.highs.createModel({
        numCols: columns.length,
        numRows: rows.length,
        colCost: columns.map(({ cost }) => cost),
        colLower: columns.map(({ low }) => low),
        colUpper: columns.map(({ high }) => high),
        rowLower: rows.map(({ low }) => low),
        rowUpper: rows.map(({ high }) => high),
        matrix: matrixOf(rows, columns.length),
        ...(whole ? { integrality: Int32Array.from(whole, (is) => (is ? 1 : 0)) } : {}),
      });
      model.options.set({
        output_flag: false,
        random_seed: 0,
        solver: whole ? 'choose' : 'simplex',
      });
      return new Program(this.highs, model, () => this.open.delete(program));
    });
    this.open.add(program);
    return program;
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    for (const program of this.open) program.close();
    if (!failed.has(this.highs)) giveBack(this.highs);
  }
}

/** A program that stays in memory: changed a little it is solved again from where it stood. */
export class Program {
  constructor(
    private readonly highs: Highs,
    private readonly model: Model,
    private readonly closed: () => void,
  ) {}

  set(options: Readonly<Record<string, number | string | boolean>>): void {
    guarded(this.highs, () => this.model.options.set(options));
  }

  costs(costs: Float64Array): void {
    guarded(this.highs, () =>
      this.model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs),
    );
  }

  cost(column: number, cost: number): void {
    guarded(this.highs, () => this.model.changeColCost(column, cost));
  }

  column(column: number, low: number, high: number): void {
    guarded(this.highs, () => this.model.changeColBounds(column, low, high));
  }

  row(row: number, low: number, high: number): void {
    guarded(this.highs, () => this.model.changeRowBounds(row, low, high));
  }

  addRow({ columns, values, low, high }: Row): void {
    guarded(this.highs, () =>
      this.model.addRow(low, high, { indices: [...columns], values: [...values] }),
    );
  }

  solve(): Solution {
    return guarded(this.highs, () => {
      this.model.run();
      const { colValue, rowDual } = this.model.getSolution();
      const status = this.statusNow();
      return {
        status,
        value: this.model.getObjectiveValue(),
        bound: Number(this.model.info.get('mip_dual_bound')),
        columns: colValue,
        duals: rowDual,
      };
    });
  }

  close(): void {
    this.model.dispose();
    this.closed();
  }

  private statusNow(): Solution['status'] {
    const is = this.highs.constants.modelStatus;
    const status = this.model.getModelStatus();
    if (status === is.optimal || status === is.empty) return 'optimal';
    if (status === is.infeasible) return 'infeasible';
    if (status === is.unbounded || status === is.unboundedOrInfeasible) return 'unbounded';
    return 'limit';
  }
}

function matrixOf(rows: readonly Row[], numCols: number) {
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols,
    starts,
    indices: rows.flatMap(({ columns }) => columns),
    values: rows.flatMap(({ values }) => values),
  };
}

/** Instances of which nobody knows what is left in their memory. */
const failed = new WeakSet<Highs>();

function guarded<Result>(highs: Highs, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    failed.add(highs);
    if (error instanceof SolverFailed) throw error;
    throw new SolverFailed('The solver failed.', { cause: error });
  }
}
