import { openAttacker, type Attacker, type AttackerOptions } from './attacker.js';
import type { Cell, Interval, Known, Problem, Range } from './protection-problem.js';

export interface AttackOptions extends AttackerOptions {
  /** What this attacker knows besides: a partner its own cells, a contributor itself. */
  readonly also?: readonly Known[];
  /** Awaited between two cells, so that others have their turn. */
  readonly pause?: () => Promise<void>;
}

/** What must remain possible of a sensitive cell, as far as the zeros allow. */
export interface Protected extends Interval {
  readonly key: string;
}

/** What an attacker knows who sees all cells but the hidden ones, and that these are not zero. */
export function knownOf(problem: Problem, hidden: ReadonlySet<string>): Known[] {
  const cells = problem.cells.map(({ key, plus, minus, value }) => ({
    key,
    plus,
    ...(minus && { minus }),
    low: hidden.has(key) ? Math.min(1, value) : value,
    high: hidden.has(key) ? Infinity : value,
  }));
  return [...cells, ...problem.known];
}

/**
 * What an attacker finds of every hidden sensitive cell.
 * @throws {Contradiction} where what is known cannot all be true.
 */
export async function attack(
  problem: Problem,
  hidden: ReadonlySet<string>,
  options: AttackOptions = {},
): Promise<Range[]> {
  return attacking(problem, hidden, options, async (attacker) => {
    const ranges: Range[] = [];
    for (const cell of sensitive(problem)) {
      if (!hidden.has(cell.key)) continue;
      ranges.push({ key: cell.key, ...attacker.range(cell) });
      await options.pause?.();
    }
    return ranges;
  });
}

/**
 * The sensitive cells of which too little remains possible: their range does not cover what must
 * be, it is not decided, or they are not hidden at all.
 */
export async function unsafe(problem: Problem, ranges: readonly Range[]): Promise<string[]> {
  const found = new Map(ranges.map((range) => [range.key, range]));
  const short = sensitive(problem).filter((cell) => {
    const range = found.get(cell.key);
    return !range?.decided || range.low > cell.protect.low || range.high < cell.protect.high;
  });
  if (short.length === 0) return [];
  const needed = new Map((await intervalsOf(problem)).intervals.map((of) => [of.key, of]));
  return short.flatMap(({ key }) => {
    const [range, need] = [found.get(key), needed.get(key)];
    const safe = range?.decided && need && range.low <= need.low && range.high >= need.high;
    return safe ? [] : [key];
  });
}

/**
 * The sensitive cells that an attack finds unsafe, as `attack` and `unsafe` do together, but
 * without the ranges: it is done as soon as the ends of the intervals were reached.
 */
export async function verify(
  problem: Problem,
  hidden: ReadonlySet<string>,
  options: AttackOptions = {},
): Promise<string[]> {
  const { intervals } = await intervalsOf(problem, options);
  return verifyIntervals(problem, hidden, intervals, options);
}

export async function verifyIntervals(
  problem: Problem,
  hidden: ReadonlySet<string>,
  intervals: readonly Protected[],
  options: AttackOptions,
): Promise<string[]> {
  const cells = new Map(problem.cells.map((cell) => [cell.key, cell]));
  return attacking(problem, hidden, options, async (attacker) => {
    const found: string[] = [];
    for (const interval of intervals) {
      const cell = cells.get(interval.key);
      const safe = cell && hidden.has(cell.key) && attacker.covers(cell, interval) === 'yes';
      if (!safe) found.push(interval.key);
      await options.pause?.();
    }
    return found;
  });
}

/**
 * The protection interval of each sensitive cell: its lower end is raised to what an attacker
 * finds even where every cell is hidden. Its upper end never is; cells that cannot reach it are
 * unprotectable.
 */
export async function intervalsOf(
  problem: Problem,
  options: AttackOptions = {},
): Promise<{ intervals: Protected[]; unprotectable: string[]; witnesses: Float64Array[] }> {
  const everything = new Set(problem.cells.map(({ key }) => key));
  return attacking(problem, everything, options, async (attacker) => {
    const intervals: Protected[] = [];
    const unprotectable: string[] = [];
    for (const cell of sensitive(problem)) {
      const { low, high } = cell.protect;
      const lowest = attacker.reaches(cell, -1, low) === 'yes' ? low : attacker.range(cell).low;
      intervals.push({ key: cell.key, low: Math.max(low, lowest), high });
      if (attacker.reaches(cell, 1, high) !== 'yes') unprotectable.push(cell.key);
      await options.pause?.();
    }
    return { intervals, unprotectable, witnesses: attacker.witnesses() };
  });
}

export function sensitive(problem: Problem): (Cell & { readonly protect: Interval })[] {
  return problem.cells.flatMap((cell) =>
    cell.protect ? [{ ...cell, protect: cell.protect }] : [],
  );
}

async function attacking<Result>(
  problem: Problem,
  hidden: ReadonlySet<string>,
  { also = [], ...options }: AttackOptions,
  work: (attacker: Attacker) => Promise<Result>,
): Promise<Result> {
  const known = [...knownOf(problem, hidden), ...also];
  const attacker = await openAttacker(problem.size, known, options);
  try {
    return await work(attacker);
  } finally {
    attacker.close();
  }
}
