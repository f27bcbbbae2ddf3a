import { totalOf, type DrawnSeries, type DrawnTable } from './drawn-series.js';
import { groupDisclosures } from './group-disclosure.js';
import { hide, type HideOptions } from './hide.js';

/** A table that no pattern makes safe, and the cells that are to blame. */
export interface RefusedTable {
  readonly table: DrawnTable;
  readonly cells: readonly string[];
}

export interface Publishable {
  /** With the tables that may leave; the total alone where none of them may. */
  readonly drawn: DrawnSeries;
  readonly hidden: ReadonlySet<string>;
  readonly refused: readonly RefusedTable[];
}

/** Leaves out the tables that cannot be protected, and hides what must be hidden of the others. */
export async function publishable(drawn: DrawnSeries, options: HideOptions): Promise<Publishable> {
  if (!drawn.series.persons) return { drawn, hidden: new Set(), refused: [] };
  const telling = drawn.tables.map((table) => ({
    table,
    cells: groupDisclosures(table, drawn.series.sensitive),
  }));
  let refused: RefusedTable[] = telling.filter(({ cells }) => cells.length > 0);
  for (;;) {
    const left = withTables(drawn, refused);
    const { hidden, unprotectable } = await hide(left, options);
    const blamed = new Set(unprotectable);
    const more = left.tables
      .map((table) => ({ table, cells: keysIn(table).filter((key) => blamed.has(key)) }))
      .filter(({ cells }) => cells.length > 0);
    if (more.length === 0) return { drawn: left, hidden, refused };
    refused = [...refused, ...more];
    if (left.tables.length === 1 && left.tables[0]?.dimensions.length === 0) {
      return { drawn: { ...drawn, tables: [] }, hidden: new Set(), refused };
    }
  }
}

function withTables(drawn: DrawnSeries, refused: readonly RefusedTable[]): DrawnSeries {
  const left = drawn.tables.filter((one) => !refused.some(({ table }) => table === one));
  return { ...drawn, tables: left.length > 0 ? left : [totalOf(drawn)] };
}

const keysIn = ({ cells }: DrawnTable) => cells.map(({ key }) => key);
