import type { PartCell, Requirement } from './pattern.js';
import type { Part } from './reduction.js';
import type { Program, Solution, Solver } from './solver.js';

/** Of these cells, each taken as often as its weight, at least 1 is hidden in every safe choice. */
export interface Cut {
  readonly cells: readonly number[];
  readonly weights: readonly number[];
}

/** Less than this is taken for an error of rounding. */
const slack = 1e-4;

/** Whether cells that are hidden, each by a share from 0 to 1, are too few for a cut. */
export function breaks({ cells, weights }: Cut, hidden: (cell: number) => number): boolean {
  const sum = cells.reduce((all, cell, at) => all + (weights[at] ?? 0) * hidden(cell), 0);
  return sum < 1 - slack;
}

/**
 * What a linear attacker finds of a cell while others are hidden, also by a share; where that is
 * not enough for a requirement, its dual prices say which cells would have to be hidden for it.
 */
export class Cutter {
  private readonly program: Program;
  private readonly cellOf: ReadonlyMap<number, number>;
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  private now = -1;

  constructor(
    solver: Solver,
    private readonly part: Part,
    private readonly cells: readonly PartCell[],
  ) {
    this.program = solver.program(
      Array.from({ length: part.columns }, () => ({ cost: 0, low: 0, high: Infinity })),
      part.rows,
    );
    // Mostly only the costs change: what was best for another cell is then still allowed.
    this.program.set({ simplex_strategy: 4 });
    this.cellOf = new Map(cells.map(({ row }, cell) => [row, cell]));
    this.lows = Float64Array.from(cells, ({ value }) => value);
    this.highs = Float64Array.from(cells, ({ value }) => value);
  }

  /**
   * Whether a linear attacker holds possible what is required, and if not, a cut that says why.
   * `hidden` tells how far a cell is hidden, from 0 to 1: by a share, so much of the change that
   * the requirement needs is allowed.
   */
  meets(requirement: Requirement, hidden: (cell: number) => number): true | Cut | undefined {
    const { cell, end, target } = requirement;
    const needed = Math.abs(target - (this.cells[cell]?.value ?? 0));
    this.cells.forEach((of, index) => {
      const share = of.protect ? 1 : hidden(index);
      if (index === cell && end === 1) this.allow(index, 1, target);
      else if (index === cell) this.allow(index, target, Infinity);
      else if (share > 1 - 1e-9) this.allow(index, 1, Infinity);
      else if (share < 1e-9) this.allow(index, of.value, of.value);
      else {
        const down = share * Math.min(of.value - 1, needed);
        this.allow(index, of.value - down, of.value + share * needed);
      }
    });
    this.ask(cell, end);
    const solved = this.program.solve();
    if (solved.status !== 'optimal' || -solved.value > end * target - slack) return true;
    return this.fromPrices(solved, end * target);
  }

  private allow(cell: number, low: number, high: number): void {
    if (this.lows[cell] === low && this.highs[cell] === high) return;
    this.lows[cell] = low;
    this.highs[cell] = high;
    this.program.row(this.cells[cell]?.row ?? -1, low, high);
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
    let short = needed - slack;
    const terms: [cell: number, coefficient: number][] = [];
    this.part.rows.forEach((row, index) => {
      const price = -(duals[index] ?? 0);
      if (Math.abs(price) < 1e-9) return;
      const cell = this.cellOf.get(index);
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
