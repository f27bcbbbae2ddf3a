import type { Protected } from './attack.js';
import type { Part } from './reduction.js';
import { Steps } from './steps.js';
import type { Solver } from './solver.js';
import { valueOf } from './whole.js';

/** A published cell as a part of the problem sees it. */
export interface PartCell {
  readonly key: string;
  readonly row: number;
  readonly value: number;
  readonly cost: number;
  readonly protect?: Protected;
}

/** That a cell must be able to be `target` or beyond. */
export interface Requirement {
  readonly cell: number;
  readonly end: 1 | -1;
  readonly target: number;
}

/** What must be possible of the sensitive cells, the largest change first. */
export function requirementsOf(cells: readonly PartCell[]): Requirement[] {
  const all = cells.flatMap(({ protect, value }, cell): Requirement[] => {
    if (!protect) return [];
    const up: Requirement = { cell, end: 1, target: protect.high };
    const down: Requirement = { cell, end: -1, target: protect.low };
    return [...(value < protect.high ? [up] : []), ...(value > protect.low ? [down] : [])];
  });
  const change = ({ cell, target }: Requirement) => Math.abs(target - (cells[cell]?.value ?? 0));
  return all.sort((one, other) => change(other) - change(one) || one.cell - other.cell);
}

/**
 * Which cells of a part are hidden, and for each requirement whole counts that show it possible;
 * the counts stay good as long as the cells that differ in them from the truth stay hidden.
 */
export class Pattern {
  readonly hidden = new Set<number>();
  private readonly steps: Steps;
  private readonly pool: { readonly values: Float64Array; readonly changed: readonly number[] }[] =
    [];

  constructor(
    solver: Solver,
    private readonly part: Part,
    private readonly cells: readonly PartCell[],
    readonly requirements: readonly Requirement[],
    truth: Float64Array,
    nodes: number,
  ) {
    this.steps = new Steps(solver, part, truth, nodes);
  }

  hide(cell: number): void {
    const of = this.cells[cell];
    if (!of || this.hidden.has(cell)) return;
    this.hidden.add(cell);
    this.steps.bound(of.row, 1, Infinity);
  }

  show(cell: number): void {
    const of = this.cells[cell];
    if (!of || !this.hidden.delete(cell)) return;
    this.steps.bound(of.row, of.value, of.value);
  }

  get cost(): number {
    return [...this.hidden].reduce((sum, cell) => {
      const of = this.cells[cell];
      return sum + (of && !of.protect ? of.cost : 0);
    }, 0);
  }

  /** Whether whole counts show that the requirement is met; they are looked for where need be. */
  meets({ cell, end, target }: Requirement): boolean {
    const known = this.pool.some(
      ({ values, changed }) =>
        end * (values[cell] ?? 0) >= end * target && changed.every((of) => this.hidden.has(of)),
    );
    if (known) return true;
    const row = this.part.rows[this.cells[cell]?.row ?? -1];
    if (!row) return false;
    const { witness } = this.steps.reach(row, end, target);
    return witness !== undefined && this.learn(witness);
  }

  /** Takes in counts that need not be whole: those that are serve as witness from now on. */
  offer(counts: Float64Array): void {
    const rounded = counts.map((count) => Math.round(count));
    if (this.steps.fits(rounded)) this.learn(rounded);
  }

  unmet(): Requirement[] {
    return this.requirements.filter((requirement) => !this.meets(requirement));
  }

  isSafe(): boolean {
    return this.requirements.every((requirement) => this.meets(requirement));
  }

  private learn(counts: Float64Array): true {
    const values = Float64Array.from(this.cells, ({ row }) => {
      const terms = this.part.rows[row];
      return terms ? valueOf(terms, counts) : 0;
    });
    const changed = [...values.keys()].filter((cell) => values[cell] !== this.cells[cell]?.value);
    this.pool.push({ values, changed });
    return true;
  }
}
