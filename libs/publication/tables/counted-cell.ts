import type { Cell, Known, Problem } from '@sikkerby/disclosure';
import { isSmall, threshold } from '@sikkerby/reference';
import { exactly } from './cube.js';

/** A count of persons, and what must be protected of it where it is small. */
export function countedCell(key: string, plus: readonly number[], value: number): Cell {
  return {
    ...{ key, plus, value },
    ...(isSmall(value) && { protect: { low: 1, high: threshold } }),
  };
}

/** The cells as a problem: those that are shown whatever happens, zeros above all, everybody knows. */
export function problemOf<Counted extends Cell>(
  size: number,
  cells: readonly Counted[],
  known: readonly Known[],
  isShownAnyway = ({ value }: Counted) => value === 0,
): Problem {
  const shown = cells.filter(isShownAnyway);
  return {
    size,
    cells: cells.filter((cell) => !isShownAnyway(cell)),
    known: [...shown.map(({ key, plus, value }) => exactly(key, { plus }, value)), ...known],
  };
}
