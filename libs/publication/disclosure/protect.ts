import { intervalsOf, knownOf, verifyIntervals, type Protected } from './attack.js';
import { Changes } from './cell-changes.js';
import { makeSafe, showWhatIsNotNeeded } from './greedy.js';
import { Improvement } from './improve.js';
import { costOf, Pattern, requirementsOf, type PartCell } from './pattern.js';
import type { Problem } from './protection-problem.js';
import { Reduction, type Part } from './reduction.js';
import { Solver } from './solver.js';
import { defaultNodes } from './steps.js';
import { wholeCounts } from './whole.js';

export interface ProtectOptions {
  /** How many rounds of improvement; 0 hides what the first, fast method finds. */
  readonly effort?: number;
  /** Awaited between calls of the solver, so that others have their turn. */
  readonly pause?: () => Promise<void>;
  /** How many nodes a program in whole numbers may open. */
  readonly nodes?: number;
}

/** Which cells are hidden, and how good that is. */
export interface Protection {
  /** In code units; the sensitive ones too. */
  readonly hidden: readonly string[];
  /** Sensitive cells that stay unsafe with everything hidden: the design is to be refused. */
  readonly unprotectable: readonly string[];
  /** Of the cells that are hidden besides the sensitive ones. */
  readonly cost: number;
  /** No safe choice costs less than this. */
  readonly bound: number;
  readonly intervals: readonly Protected[];
}

/** Nothing safe was found although hiding everything is: a limit of nodes was too low. */
export class NotProtected extends Error {}

/**
 * Chooses what to hide besides the sensitive cells, at low cost, so that what must remain possible
 * of these does to whoever sees the rest. The attacker has the last word.
 * @throws {Contradiction} where the values and what is known cannot all be true.
 * @throws {NotProtected} where the attacker is not satisfied with what was found.
 */
export async function protect(
  problem: Problem,
  { effort = 100, pause = atOnce, nodes = defaultNodes }: ProtectOptions = {},
): Promise<Protection> {
  const { intervals, unprotectable } = await intervalsOf(problem, { pause, nodes });
  if (unprotectable.length > 0) {
    const everything = problem.cells.filter(hideable);
    const hidden = everything.map(({ key }) => key).sort();
    const cost = everything.reduce((sum, cell) => sum + (cell.protect ? 0 : priceOf(cell)), 0);
    return { hidden, unprotectable, cost, bound: cost, intervals };
  }
  const solver = await Solver.start();
  try {
    const chosen = await choose(problem, intervals, solver, { effort, pause, nodes });
    const still = await verifyIntervals(problem, new Set(chosen.hidden), intervals, {
      pause,
      nodes,
      witnesses: chosen.witnesses,
    });
    if (still.length > 0) throw new NotProtected(`Not safe: ${still.join(', ')}.`);
    return {
      hidden: chosen.hidden,
      unprotectable,
      cost: chosen.cost,
      bound: chosen.bound,
      intervals,
    };
  } finally {
    solver.close();
  }
}

async function choose(
  problem: Problem,
  intervals: readonly Protected[],
  solver: Solver,
  options: Required<ProtectOptions>,
) {
  const reduction = new Reduction(problem.size, knownOf(problem, new Set()));
  const hidden: string[] = [];
  const witnesses: Float64Array[] = [];
  let cost = 0;
  let bound = 0;
  for (const [index, part] of reduction.parts.entries()) {
    const cells = cellsOf(problem, intervals, part);
    if (!cells.some(({ protect }) => protect)) continue;
    const found = await chooseInPart(part, cells, solver, options);
    hidden.push(...found.hidden);
    cost += found.cost;
    bound += found.bound;
    const [truth = new Float64Array(0)] = found.witnesses;
    for (let at = witnesses.length; at < found.witnesses.length; at++)
      witnesses.push(Float64Array.from(witnesses[0] ?? new Float64Array(problem.size)));
    for (const [at, finest] of witnesses.entries())
      reduction.intoFinest(index, found.witnesses[at] ?? truth, finest);
  }
  return { hidden: hidden.sort(), cost, bound, witnesses };
}

async function chooseInPart(
  part: Part,
  cells: readonly PartCell[],
  solver: Solver,
  { effort, pause, nodes }: Required<ProtectOptions>,
) {
  const truth = wholeCounts(solver, part, nodes);
  if (!truth) throw new NotProtected('No whole counts were found that fit the values.');
  const pattern = new Pattern(solver, part, cells, requirementsOf(cells), truth, nodes);
  const changes = new Changes(solver, part, cells, truth);
  const work = { pattern, changes, cells, pause };
  const prices = Float64Array.from(cells, ({ cost }) => cost);
  if (!(await makeSafe(work, prices, Infinity)) && !(await showWhatIsNotNeeded(work)))
    throw new NotProtected('No whole counts were found for a cell that can be safe.');
  const bound = effort > 0 ? await new Improvement(solver, work, effort).run() : 0;
  const cost = costOf(cells, pattern.further());
  return {
    hidden: [...pattern.hidden].map((cell) => cells[cell]?.key ?? ''),
    cost,
    bound: Math.min(bound, cost),
    witnesses: [truth, ...pattern.witnesses()],
  };
}

function cellsOf(problem: Problem, intervals: readonly Protected[], part: Part): PartCell[] {
  const rows = new Map(part.rows.map(({ key }, row) => [key, row]));
  const needed = new Map(intervals.map((interval) => [interval.key, interval]));
  return problem.cells.flatMap((cell) => {
    const row = rows.get(cell.key);
    if (row === undefined || !hideable(cell)) return [];
    const { key, value } = cell;
    const protect = needed.get(key);
    return [{ key, row, value, cost: priceOf(cell), ...(protect && { protect }) }];
  });
}

/** A zero is published. */
function hideable({ value }: { readonly value: number }): boolean {
  return value >= 1;
}

function priceOf({ value, cost }: { readonly value: number; readonly cost?: number }): number {
  return cost ?? 10 * Math.log2(2 + value);
}

function atOnce(): Promise<void> {
  return Promise.resolve();
}
