import type { PartCell, Requirement } from './pattern.js';
import type { Part } from './reduction.js';
import type { Program, Solution, Solver } from './solver.js';

/** Of these cells, each taken as often as its weight, at least 1 is hidden in every safe choice. */
export interface Cut {
  readonly cells: readonly number[];
  readonly weights: readonly number[];
}

/** By how much a cut must be broken to be worth keeping. */
export const broken = 1e-4;

export function left({ cells, weights }: Cut, hidden: (cell: number) => number): number {
  return cells.reduce((sum, cell, at) => sum + (weights[at] ?? 0) * hidden(cell), 0);
}

/**
 * What a linear attacker finds of a cell while others are hidden, also by a share; where that is
 * not enough for a requirement, its dual prices say which cells would have to be hidden for it.
 */
export class Cutter {
  private readonly program: Program;
  private readonly rowCells: (number | undefined)[];
  private now = -1;

  constructor(
    solver: Solver,
    private readonly part: Part,
    private readonly cells: readonly PartCell[],
  ) {
    const columns = Array.from({ length: part.columns }, () => ({
      cost: 0,
      low: 0,
      high: Infinity,
    }));
    this.program = solver.program(columns, part.rows);
    this.program.set({ simplex_strategy: 4 });
    this.rowCells = part.rows.map(() => undefined);
    cells.forEach(({ row }, cell) => {
      this.rowCells[row] = cell;
    });
  }

  /**
   * A cut that says why the requirement is not met; nothing where it is. `hidden` tells how far a
   * cell is hidden, 0 to 1: a share of the change is then allowed that the requirement needs.
   */
  cut(requirement: Requirement, hidden: (cell: number) => number): Cut | undefined {
    const { cell, end, target } = requirement;
    const needed = Math.abs(target - (this.cells[cell]?.value ?? 0));
    this.cells.forEach((of, index) => this.allow(of, hidden(index), needed));
    this.ask(cell, end);
    const solved = this.program.solve();
    if (solved.status !== 'optimal' || -solved.value > end * target - broken) return undefined;
    return this.fromPrices(solved, end * target);
  }

  private allow({ row, value, protect }: PartCell, share: number, needed: number): void {
    if (protect || share > 1 - 1e-9) this.program.row(row, 1, Infinity);
    else if (share < 1e-9) this.program.row(row, value, value);
    else {
      const down = share * Math.min(value - 1, needed);
      this.program.row(row, value - down, value + share * needed);
    }
  }

  private ask(cell: number, end: 1 | -1): void {
    const terms = (of: number) => this.part.rows[this.cells[of]?.row ?? -1];
    for (const column of terms(this.now)?.columns ?? []) this.program.cost(column, 0);
    const { columns = [], values = [] } = terms(cell) ?? {};
    columns.forEach((column, at) => this.program.cost(column, -end * (values[at] ?? 0)));
    this.now = cell;
  }

  /** Whatever is hidden, no more is possible than the prices of the rows and their bounds allow. */
  private fromPrices({ duals }: Solution, needed: number): Cut | undefined {
    let short = needed - 1e-6;
    const terms: [cell: number, coefficient: number][] = [];
    this.part.rows.forEach((row, index) => {
      const price = -(duals[index] ?? 0);
      if (Math.abs(price) < 1e-9) return;
      const cell = this.rowCells[index];
      const of = this.cells[cell ?? -1];
      if (cell === undefined || !of) short -= price * (price > 0 ? row.high : row.low);
      else if (of.protect) short -= price > 0 ? Infinity : price;
      else {
        short -= price * of.value;
        terms.push([cell, price > 0 ? Infinity : -price * (of.value - 1)]);
      }
    });
    if (!(short > 1e-3)) return undefined;
    const kept = terms.filter(([, coefficient]) => coefficient > 1e-9);
    return {
      cells: kept.map(([cell]) => cell),
      weights: kept.map(([, coefficient]) => Math.min(1, coefficient / short)),
    };
  }
}
