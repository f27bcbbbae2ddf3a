import type { Interval, Problem, Sum } from '@sikkerby/disclosure';

/** That a sum over finest cells is between the two. */
export interface Fact extends Interval {
  readonly plus: readonly number[];
  readonly minus: readonly number[];
}

export function factOf({ plus, minus = [] }: Sum, low: number, high: number): Fact {
  return { plus, minus, low, high };
}

/** All that is known when these cells are hidden: a hidden cell is no zero. */
export function factsOf({ cells, known }: Problem, hidden: ReadonlySet<string>): Fact[] {
  return [
    ...known.map((row) => factOf(row, row.low, row.high)),
    ...cells.map((cell) =>
      hidden.has(cell.key) ? factOf(cell, 1, Infinity) : factOf(cell, cell.value, cell.value),
    ),
  ];
}

export function isMet({ plus, minus, low, high }: Fact, table: Float64Array): boolean {
  const add = (cells: readonly number[]) =>
    cells.reduce((sum, cell) => sum + (table[cell] ?? 0), 0);
  const sum = add(plus) - add(minus);
  return sum >= low && sum <= high;
}

/** More than anything that is counted: what nothing bounds may be that much. */
export const roof = 2 ** 40;

/** What every finest cell may be, as far as it is known. */
export class Bounds {
  private constructor(
    readonly low: Float64Array,
    readonly high: Float64Array,
  ) {}

  static of(size: number): Bounds {
    return new Bounds(new Float64Array(size), new Float64Array(size).fill(roof));
  }

  copy(): Bounds {
    return new Bounds(this.low.slice(), this.high.slice());
  }

  /** What a sum may be by the bounds alone. */
  of(fact: Sum): Interval {
    let [low, high] = [0, 0];
    for (const cell of fact.plus) {
      low += this.low[cell] ?? 0;
      high += this.high[cell] ?? 0;
    }
    for (const cell of fact.minus ?? []) {
      low -= this.high[cell] ?? 0;
      high -= this.low[cell] ?? 0;
    }
    return { low, high };
  }

  /** The sum when every cell is at its lower bound. */
  atLeast({ plus, minus }: Fact): number {
    const sum = (cells: readonly number[]) =>
      cells.reduce((all, cell) => all + (this.low[cell] ?? 0), 0);
    return sum(plus) - sum(minus);
  }

  /** Draws in what the facts leave, again and again; false when nothing is left. */
  drawIn(facts: readonly Fact[]): boolean {
    for (let changed = true; changed;) {
      changed = false;
      for (const fact of facts) {
        const now = this.of(fact);
        if (now.low > fact.high || now.high < fact.low) return false;
        for (const cell of fact.plus) changed = this.drawInCell(cell, 1, fact, now) || changed;
        for (const cell of fact.minus) changed = this.drawInCell(cell, -1, fact, now) || changed;
      }
    }
    return this.low.every((low, cell) => low <= (this.high[cell] ?? 0));
  }

  /** A cell is the fact's sum less all others of it. */
  private drawInCell(cell: number, sign: 1 | -1, fact: Fact, now: Interval): boolean {
    const [low, high] = [this.low[cell] ?? 0, this.high[cell] ?? 0];
    const [least, most] = sign > 0 ? [low, high] : [-high, -low];
    const upper = fact.high - (now.low - least);
    const lower = fact.low - (now.high - most);
    const [newLow, newHigh] = sign > 0 ? [lower, upper] : [-upper, -lower];
    const narrower = newLow > low || newHigh < high;
    if (newLow > low) this.low[cell] = newLow;
    if (newHigh < high) this.high[cell] = newHigh;
    return narrower;
  }
}
