import type { Cell, Interval, Problem, Sum } from '@sikkerby/disclosure';
import { Bounds, factOf, factsOf, isMet, type Fact } from './facts.js';
import { anyNumbers } from './simplex.js';

/** Gives up rather than answer wrongly. */
const mostNodes = 2_000_000;

/**
 * Tries whole numbers for the finest cells until all facts are met or nothing is left to try: exact,
 * for small tables, and knows no linear program. Each answer is what some table of counts really has.
 */
export class SecondAttacker {
  private readonly facts: readonly Fact[];
  private readonly bounds: Bounds;
  private readonly found: Float64Array[] = [];

  constructor(problem: Problem, hidden: ReadonlySet<string>) {
    this.facts = factsOf(problem, hidden);
    this.bounds = Bounds.of(problem.size);
    if (!this.bounds.drawIn(this.facts)) throw new RangeError('what is known contradicts itself');
  }

  /** Whether some table that agrees with everything known has this sum between the two. */
  canBe(sum: Sum, low: number, high: number): boolean {
    const wanted = factOf(sum, low, high);
    if (this.found.some((table) => isMet(wanted, table))) return true;
    const facts = [...this.facts, wanted];
    const table = search(facts, this.bounds.copy());
    if (table) this.found.push(table);
    return table !== undefined;
  }

  /** The smallest and the largest number that the sum can be; up to `most`, beyond which no one asks. */
  range(sum: Sum, most: number): Interval {
    let { low, high } = this.bounds.of(sum);
    high = Math.min(high, most);
    while (low <= high && !this.canBe(sum, low, low)) low += 1;
    while (low <= high && !this.canBe(sum, high, Infinity)) high -= 1;
    return { low, high };
  }
}

/** The keys of sensitive cells of which too little remains possible. */
export function unsafeTo(problem: Problem, hidden: ReadonlySet<string>, leasts = leastOf(problem)) {
  const attacker = new SecondAttacker(problem, hidden);
  return problem.cells
    .filter((cell) => cell.protect && !remains(attacker, cell, leasts.get(cell.key) ?? 1))
    .map(({ key }) => key);
}

function remains(attacker: SecondAttacker, cell: Cell, least: number): boolean {
  const { low, high } = cell.protect ?? { low: cell.value, high: cell.value };
  return attacker.canBe(cell, high, Infinity) && attacker.canBe(cell, 0, Math.max(low, least));
}

/** What each sensitive cell is at least, though everything is hidden: by the zeros alone. */
export function leastOf(problem: Problem): Map<string, number> {
  const nothing = new SecondAttacker(problem, new Set(problem.cells.map(({ key }) => key)));
  const sensitive = problem.cells.filter(({ protect }) => protect);
  return new Map(sensitive.map((cell) => [cell.key, nothing.range(cell, cell.value).low]));
}

/**
 * A table that meets all facts. Where the numbers that the simplex method finds are not whole, what
 * the cell with the fewest possible counts may be is halved, and each half is searched.
 */
function search(facts: readonly Fact[], start: Bounds): Float64Array | undefined {
  const open = [start];
  for (let nodes = 0; nodes < mostNodes; nodes += 1) {
    const bounds = open.pop();
    if (!bounds) return undefined;
    if (!bounds.drawIn(facts)) continue;
    const table = anyNumbers(facts, bounds)?.map((count) => Math.round(count));
    if (!table) continue;
    if (facts.every((fact) => isMet(fact, table))) return table;
    const cell = fewest(bounds);
    if (cell === undefined) continue;
    const [low, high] = [bounds.low[cell] ?? 0, bounds.high[cell] ?? 0];
    const [upper, middle] = [bounds.copy(), Math.floor((low + high) / 2)];
    upper.low[cell] = middle + 1;
    bounds.high[cell] = middle;
    open.push(upper, bounds);
  }
  throw new Error('too large a table for an attacker who tries every number');
}

function fewest({ low, high }: Bounds): number | undefined {
  let [best, least] = [undefined as number | undefined, Infinity];
  for (const [cell, from] of low.entries()) {
    const choices = (high[cell] ?? 0) - from;
    if (choices > 0 && choices < least) [best, least] = [cell, choices];
  }
  return best;
}
