import { total } from './cube.js';
import type { DrawnTable } from './drawn-series.js';

/**
 * Groups of whom everybody would be known to share the sensitive attribute, by the keys of their
 * cells. Zeros are published, so hiding the one cell that is left hides nothing: such a table is
 * refused.
 */
export function groupDisclosures(
  { dimensions, cells }: DrawnTable,
  sensitive: string | undefined,
): string[] {
  const place = dimensions.findIndex(({ by }) => by === sensitive);
  if (place < 0 || dimensions.length < 2) return [];
  const groupOf = (codes: readonly string[]) => codes.toSpliced(place, 1).join(' ');
  const whole = new Map(
    cells.flatMap(({ codes, value }) =>
      codes[place] === total ? [[groupOf(codes), value] as const] : [],
    ),
  );
  return cells
    .filter(({ codes, value }) => {
      const isGroup = codes.some((code, other) => other !== place && code !== total);
      return isGroup && codes[place] !== total && value > 0 && value === whole.get(groupOf(codes));
    })
    .map(({ key }) => key);
}
