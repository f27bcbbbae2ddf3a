import type { Cell, Problem } from '@sikkerby/disclosure';
import { leastOf, unsafeTo } from './second-attacker.js';

export const costOf = ({ value, cost }: Cell) => cost ?? 10 * Math.log2(2 + value);

/**
 * The least cost of any safe choice, tried one after another, cheapest first; nothing where even
 * hiding everything is not safe. What is shown by an unsafe choice is unsafe to show in any other,
 * so that choices within an unsafe one need no trying.
 */
export function leastCost(problem: Problem): number | undefined {
  const leasts = leastOf(problem);
  const must = problem.cells.filter(({ protect }) => protect).map(({ key }) => key);
  const may = problem.cells.filter(({ protect }) => !protect);
  if (may.length > 20) throw new RangeError('too many choices to try');
  const isSafe = (choice: number) => {
    const chosen = may.filter((_, at) => choice & (1 << at)).map(({ key }) => key);
    return unsafeTo(problem, new Set([...must, ...chosen]), leasts).length === 0;
  };
  const whole = 2 ** may.length - 1;
  if (!isSafe(whole)) return undefined;
  const costs = costsOf(may);
  const unsafe: number[] = [];
  for (const choice of cheapestFirst(costs)) {
    if (unsafe.some((larger) => (choice & larger) === choice)) continue;
    if (isSafe(choice)) return costs[choice];
    unsafe.push(enlarged(choice, may.length, isSafe));
  }
  return undefined;
}

/** An unsafe choice with as many cells more as leave it unsafe. */
function enlarged(choice: number, cells: number, isSafe: (choice: number) => boolean): number {
  let larger = choice;
  for (let at = 0; at < cells; at += 1) {
    const one = larger | (1 << at);
    if (one !== larger && !isSafe(one)) larger = one;
  }
  return larger;
}

function costsOf(may: readonly Cell[]): Float64Array {
  const costs = new Float64Array(2 ** may.length);
  for (const [at, cell] of may.entries()) {
    for (let below = 0; below < 1 << at; below += 1) {
      costs[(1 << at) | below] = (costs[below] ?? 0) + costOf(cell);
    }
  }
  return costs;
}

function cheapestFirst(costs: Float64Array): Uint32Array {
  return Uint32Array.from(costs.keys()).sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b);
}
