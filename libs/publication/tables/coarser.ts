import { protect, type Cell } from '@sikkerby/disclosure';
import { countedCell, problemOf } from './counted-cell.js';
import { Cube, total, valueOf, withoutTotals } from './cube.js';
import type { DrawnSeries, DrawnTable } from './drawn-series.js';

/** A table made coarser: codes of a dimension put together, or all of them. */
export interface Coarsening {
  readonly by: string;
  /** Neighbours that become one; every code where the dimension is dropped. */
  readonly together: readonly string[];
}

const mostlyHidden = 0.5;

/** How much of a table is hidden: inner cells that are not zero, and the share of what they count. */
export interface Utility {
  readonly cells: number;
  readonly hidden: number;
  /** In per cent of the table's count, whole. */
  readonly share: number;
}

export function utilityOf({ cells, dimensions }: DrawnTable, hidden: ReadonlySet<string>): Utility {
  const inner = cells.filter(
    ({ codes, value }) => value > 0 && (dimensions.length === 0 || !codes.includes(total)),
  );
  const blank = inner.filter(({ key }) => hidden.has(key));
  const sum = (some: readonly Cell[]) => some.reduce((all, { value }) => all + value, 0);
  const share = sum(inner) === 0 ? 0 : Math.round((100 * sum(blank)) / sum(inner));
  return { cells: inner.length, hidden: blank.length, share };
}

export function isMostlyHidden({ cells, hidden }: Utility): boolean {
  return cells > 0 && hidden / cells >= mostlyHidden;
}

/**
 * The coarsening that keeps most of a table and helps: everything sensitive can be protected, and
 * less than half is hidden. Undefined when only the total is left.
 */
export async function coarser(
  { cube, counts }: Pick<DrawnSeries, 'cube' | 'counts'>,
  { dimensions }: DrawnTable,
): Promise<Coarsening | undefined> {
  const own = withoutTotals(dimensions);
  for (const tried of own.flatMap(({ by, codes }) => coarsenings(by, codes)).sort(leastFirst)) {
    const { by, together } = tried;
    const groups = own.map((one) =>
      one.by === by ? grouped(one.codes, together) : one.codes.map((code) => [code]),
    );
    const names = own.map((one) => one.by);
    const table = new Cube(
      groups.map((codes, place) => ({ by: names[place] ?? '', codes: codes.map(String) })),
    );
    const finest = Array.from({ length: table.size }, (_, part) => {
      const codes = table.codesOf(part).map((text) => text.split(','));
      return combinations(codes).flatMap((one) => cube.partsOf(names, one));
    });
    const values = finest.map((plus) => valueOf({ plus }, counts));
    if (await helps(table, values)) return tried;
  }
  return undefined;
}

/** Only bands have neighbours. */
function coarsenings(by: string, codes: readonly string[]): Coarsening[] {
  const bands = by === 'ageBand' && codes.length > 2 ? codes.slice(1) : [];
  const pairs = bands.map((code, place) => ({ by, together: [codes[place] ?? '', code] }));
  return [...pairs, { by, together: codes }];
}

const leastFirst = (one: Coarsening, other: Coarsening) =>
  one.together.length - other.together.length;

function grouped(codes: readonly string[], together: readonly string[]): string[][] {
  return [[...together], ...codes.filter((code) => !together.includes(code)).map((code) => [code])];
}

function combinations(codes: readonly (readonly string[])[]): string[][] {
  return codes.reduce<string[][]>(
    (rows, some) => rows.flatMap((row) => some.map((code) => [...row, code])),
    [[]],
  );
}

async function helps(table: Cube, values: readonly number[]): Promise<boolean> {
  const by = table.dimensions.map((one) => one.by);
  const cells = Cube.cellsOf(table.dimensions).map((codes) => {
    const plus = table.partsOf(by, codes);
    const cell = countedCell(table.keyOf(by, codes), plus, valueOf({ plus }, values));
    return { ...cell, isInner: !codes.includes(total) };
  });
  const problem = problemOf(table.size, cells, []);
  const { hidden, unprotectable } = await protect(problem, { effort: 0 });
  const blank = new Set(hidden);
  const inner = cells.filter(({ isInner, value }) => isInner && value > 0);
  const blankInner = inner.filter(({ key }) => blank.has(key)).length;
  return unprotectable.length === 0 && blankInner < mostlyHidden * inner.length;
}
