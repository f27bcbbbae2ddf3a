import type { Changes } from './changes.js';
import type { PartCell, Pattern } from './pattern.js';

/**
 * Hides cells until every requirement is met: for each in turn those that the cheapest change of
 * counts needs besides the hidden ones.
 */
export async function hideUntilSafe(
  pattern: Pattern,
  changes: Changes,
  cells: readonly PartCell[],
  prices: Float64Array,
  pause: () => Promise<void>,
): Promise<boolean> {
  cells.forEach((_, cell) => {
    changes.price(cell, pattern.hidden.has(cell) ? 0 : (prices[cell] ?? 0));
  });
  for (const requirement of pattern.requirements) {
    const { cell, end, target } = requirement;
    const by = end * (target - (cells[cell]?.value ?? 0));
    // Where whole counts are not found the change's cells are too few: they are then dear.
    for (let more = 0; !pattern.meets(requirement); more++) {
      const found = more < 5 ? changes.cheapest(cell, end, by + more) : undefined;
      if (!found) return false;
      for (const other of found.cells) {
        pattern.hide(other);
        changes.price(other, 0);
      }
      pattern.offer(found.counts);
      await pause();
    }
  }
  return true;
}

/** Shows again what is hidden and not needed, the dearest first. */
export async function cleanUp(
  pattern: Pattern,
  cells: readonly PartCell[],
  pause: () => Promise<void>,
): Promise<void> {
  const further = [...pattern.hidden]
    .filter((cell) => !cells[cell]?.protect)
    .sort((one, other) => (cells[other]?.cost ?? 0) - (cells[one]?.cost ?? 0) || one - other);
  for (const cell of further) {
    pattern.show(cell);
    if (!pattern.isSafe()) pattern.hide(cell);
    await pause();
  }
}
