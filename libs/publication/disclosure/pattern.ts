import type { Protected } from './attack.js';
import { breaks, Cutter, type Cut } from './solver-cuts.js';
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

/** Whether the attacker knows that counts are whole. */
export type Counts = 'whole' | 'any';

/** By how much a count may be off where it need not be whole. */
const tolerance = 1e-6;

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
 * Which cells of a part are hidden, and counts that show that requirements are met; the counts stay good as long as the cells that differ in them from the truth stay hidden.
 */
export class Pattern {
  readonly hidden = new Set<number>();
  /** Found where too little was hidden; good for every choice of cells. */
  readonly cuts: Cut[] = [];
  private readonly steps: Steps;
  private readonly cutter: Cutter;
  private readonly found: Witness[] = [];

  constructor(
    solver: Solver,
    private readonly part: Part,
    private readonly cells: readonly PartCell[],
    readonly requirements: readonly Requirement[],
    truth: Float64Array,
    nodes: number,
  ) {
    this.steps = new Steps(solver, part, truth, nodes);
    this.cutter = new Cutter(solver, part, cells);
    this.become([]);
  }

  /** Hides these cells and the sensitive ones, and no other. */
  become(hidden: Iterable<number>): void {
    const now = new Set(hidden);
    this.cells.forEach(({ protect }, cell) => {
      if (protect || now.has(cell)) this.hide(cell);
      else this.show(cell);
    });
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

  /** What is hidden besides the sensitive cells. */
  further(): number[] {
    return [...this.hidden].filter((cell) => !this.cells[cell]?.protect);
  }

  /** Whether counts show that the requirement is met; they are looked for where need be. */
  meets(requirement: Requirement, counts: Counts): boolean {
    if (this.isShown(requirement, counts)) return true;
    return !this.separate(requirement, this.share) && this.find(requirement, counts);
  }

  /** Whether all are met; what rules that out is asked before counts are looked for. */
  isSafe(counts: Counts): boolean {
    if (this.cuts.some((cut) => breaks(cut, this.share))) return false;
    const open = this.requirements.filter((of) => !this.isShown(of, counts));
    if (open.some((of) => this.separate(of, this.share))) return false;
    return open.every((of) => this.isShown(of, counts) || this.find(of, counts));
  }

  /** Adds the cut that a requirement gives where cells are hidden by these shares, if any. */
  separate(requirement: Requirement, hidden: (cell: number) => number): boolean {
    const met = this.cutter.meets(requirement, hidden);
    if (met === true) return false;
    if (met) this.cuts.push(met);
    return true;
  }

  /** Whole counts that fit what is hidden now. */
  witnesses(): Float64Array[] {
    return this.found
      .filter(({ whole, changed }) => whole && changed.every((cell) => this.hidden.has(cell)))
      .map(({ counts }) => counts);
  }

  private readonly share = (cell: number) => (this.hidden.has(cell) ? 1 : 0);

  private isShown({ cell, end, target }: Requirement, counts: Counts): boolean {
    const beyond = end * target - tolerance;
    return this.found.some(
      ({ whole, values, changed }) =>
        (whole || counts === 'any') &&
        end * (values[cell] ?? 0) >= beyond &&
        changed.every((of) => this.hidden.has(of)),
    );
  }

  private find({ cell, end, target }: Requirement, counts: Counts): boolean {
    const row = this.part.rows[this.cells[cell]?.row ?? -1];
    if (!row) return false;
    const found =
      counts === 'any'
        ? this.steps.reachLinear(row, end, target)
        : this.steps.reach(row, end, target).witness;
    if (found) this.learn(found);
    return found !== undefined;
  }

  /** Counts that are whole are so exactly from then on. */
  learn(found: Float64Array): void {
    const rounded = found.map((count) => Math.round(count));
    const whole = this.steps.fits(rounded);
    const counts = whole ? rounded : found;
    const values = Float64Array.from(this.cells, ({ row }) => {
      const terms = this.part.rows[row];
      return terms ? valueOf(terms, counts) : 0;
    });
    const changed = this.cells.flatMap(({ value }, cell) =>
      Math.abs((values[cell] ?? 0) - value) > tolerance ? [cell] : [],
    );
    this.found.push({ whole, counts, values, changed });
  }
}

interface Witness {
  readonly whole: boolean;
  readonly counts: Float64Array;
  readonly values: Float64Array;
  readonly changed: readonly number[];
}

/** What hiding these cells costs. */
export function costOf(cells: readonly PartCell[], hidden: readonly number[]): number {
  return hidden.reduce((sum, cell) => sum + (cells[cell]?.cost ?? 0), 0);
}
