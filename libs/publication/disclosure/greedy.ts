import type { Changes } from './cell-changes.js';
import { costOf, type Counts, type PartCell, type Pattern } from './pattern.js';

/** What is worked on: what a pattern hides, and what changes of counts would cost in it. */
export interface Work {
  readonly pattern: Pattern;
  readonly changes: Changes;
  readonly cells: readonly PartCell[];
  readonly pause: () => Promise<void>;
}

/**
 * Hides more until the pattern is safe, and shows again what is not needed, first against an
 * attacker for whom counts may be any number, which is fast and mostly enough. Nothing comes of it
 * where the result would cost `limit` or more.
 */
export async function makeSafe(work: Work, prices: Float64Array, limit: number): Promise<boolean> {
  const { pattern, cells } = work;
  for (const counts of ['any', 'whole'] as const) {
    if (!(await hideUntilSafe(work, prices, counts))) return false;
    await cleanUp(work, counts);
    if (costOf(cells, pattern.further()) >= limit) return false;
    if (pattern.isSafe('whole')) return true;
  }
  return false;
}

/** Begins with everything hidden: dearer and slower, but safe where anything is. */
export async function showWhatIsNotNeeded(work: Work): Promise<boolean> {
  work.pattern.become(work.cells.keys());
  if (!work.pattern.isSafe('whole')) return false;
  await cleanUp(work, 'whole');
  return true;
}

/** For each requirement in turn hides the cells that the cheapest change of counts needs. */
async function hideUntilSafe(
  { pattern, changes, cells, pause }: Work,
  prices: Float64Array,
  counts: Counts,
): Promise<boolean> {
  cells.forEach((_, cell) => {
    changes.price(cell, pattern.hidden.has(cell) ? 0 : (prices[cell] ?? 0));
  });
  for (const requirement of pattern.requirements) {
    const { cell, end, target } = requirement;
    const by = end * (target - (cells[cell]?.value ?? 0));
    // Where whole counts are not found a larger change is tried, which needs more cells.
    for (let more = 0; !pattern.meets(requirement, counts); more++) {
      const found = more < 5 ? changes.cheapest(cell, end, by + more) : undefined;
      if (!found) return false;
      for (const other of found.cells) {
        pattern.hide(other);
        changes.price(other, 0);
      }
      pattern.learn(found.counts);
      await pause();
    }
  }
  return true;
}

/** Shows again what is hidden and not needed, the dearest first. */
async function cleanUp({ pattern, cells, pause }: Work, counts: Counts): Promise<void> {
  const costs = (cell: number) => cells[cell]?.cost ?? 0;
  const further = pattern.further().sort((one, other) => costs(other) - costs(one) || one - other);
  for (const cell of further) {
    pattern.show(cell);
    if (!pattern.isSafe(counts)) pattern.hide(cell);
    await pause();
  }
}
