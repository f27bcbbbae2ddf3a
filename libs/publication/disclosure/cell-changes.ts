import type { Part } from './reduction.js';
import type { Program, Row, Solver } from './solver.js';
import { downward, stepTerms } from './steps.js';
import { valueOf } from './whole.js';

/** A cell's row in its part, and what may change of it. */
export interface Priced {
  readonly row: number;
  readonly value: number;
  readonly cost: number;
}

/** What an own change of a finest cell costs, so that the fewest are changed. */
const small = 1e-3;

/**
 * Changes of counts that keep all that is known, cells apart: a cell changes at its price for each
 * unit, and never to zero. A cell whose price is 0 is hidden already.
 */
export class Changes {
  private readonly program: Program;
  private readonly downOf: ReadonlyMap<number, number>;
  private readonly firstCell: number;

  constructor(
    solver: Solver,
    part: Part,
    private readonly cells: readonly Priced[],
    private readonly start: Float64Array,
  ) {
    const down = downward(start);
    this.downOf = down.of;
    this.firstCell = start.length + down.columns.length;
    const columns = [
      ...Array.from(start, () => ({ cost: small, low: 0, high: Infinity })),
      ...down.columns.map((column) => ({ cost: small, low: 0, high: start[column] ?? 0 })),
      ...cells.flatMap(({ value, cost }) => [
        { cost, low: 0, high: Infinity },
        { cost, low: 0, high: value - 1 },
      ]),
    ];
    this.program = solver.program(columns, this.rows(part));
  }

  price(cell: number, cost: number): void {
    this.program.cost(this.firstCell + 2 * cell, cost);
    this.program.cost(this.firstCell + 2 * cell + 1, cost);
  }

  /**
   * The cheapest change that brings a cell by so much up (`1`) or down (`-1`): the cells that it
   * changes, and the counts after it, which need not be whole. Nothing where there is none.
   */
  cheapest(
    cell: number,
    end: 1 | -1,
    by: number,
  ): { cells: number[]; counts: Float64Array } | undefined {
    const [up, down] = [this.firstCell + 2 * cell, this.firstCell + 2 * cell + 1];
    const most = (this.cells[cell]?.value ?? 1) - 1;
    this.program.column(up, end === 1 ? by : 0, end === 1 ? Infinity : 0);
    this.program.column(down, end === -1 ? by : 0, end === -1 ? most : 0);
    const { status, columns } = this.program.solve();
    this.program.column(up, 0, Infinity);
    this.program.column(down, 0, most);
    if (status !== 'optimal') return undefined;
    const at = (column: number) => columns[column] ?? 0;
    return {
      cells: [...this.cells.keys()].filter(
        (index) => at(this.firstCell + 2 * index) + at(this.firstCell + 2 * index + 1) > 1e-6,
      ),
      counts: this.start.map((count, column) => {
        const back = this.downOf.get(column);
        return count + at(column) - (back === undefined ? 0 : at(back));
      }),
    };
  }

  private rows(part: Part): Row[] {
    const cellOf = new Map(this.cells.map(({ row }, cell) => [row, cell]));
    return part.rows.map((row, index) => {
      const { columns, values } = stepTerms(row, this.downOf);
      const cell = cellOf.get(index);
      if (cell === undefined) {
        const value = valueOf(row, this.start);
        return { columns, values, low: row.low - value, high: row.high - value };
      }
      const up = this.firstCell + 2 * cell;
      return { columns: [...columns, up, up + 1], values: [...values, -1, 1], low: 0, high: 0 };
    });
  }
}
