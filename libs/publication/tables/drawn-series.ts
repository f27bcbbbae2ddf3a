import type { Cell } from '@sikkerby/disclosure';
import type { Breakdown, CrossedCell, Measure } from '@sikkerby/statistics';
import { countedCell } from './counted-cell.js';
import { Cube, once, total, valueOf, withoutTotals, type Codes } from './cube.js';
import { fewest, type PublishedSeries } from './published-tables.js';
import type { LedgerTable } from '../releases/release.js';

/** A table of the series before anything is hidden. */
export interface DrawnTable {
  readonly dimensions: LedgerTable['dimensions'];
  readonly cells: readonly (Cell & { readonly codes: Codes })[];
}

/** A series of a statement as it would be without any protection. */
export interface DrawnSeries {
  readonly series: PublishedSeries;
  readonly measure: Measure;
  readonly cube: Cube;
  /** How much each finest cell counts. */
  readonly counts: readonly number[];
  readonly tables: readonly DrawnTable[];
}

const everything = { code: total, title: { da: 'I alt', en: 'Total' } };
const unknown = { da: 'Uoplyst', en: 'Unknown' };

/** The counts of a measure at the cut of a statement. */
export interface Counted {
  /** The breakdowns of its tables, and of figures published elsewhere. */
  readonly by: readonly string[];
  /** By all of these at once. */
  readonly rows: readonly CrossedCell[];
  /** Likewise, of the statements that were published before: their codes stay in the tables. */
  readonly earlier: readonly CrossedCell[];
}

/** The tables of a series. Of few persons there is the total only: no split of them is safe. */
export function drawSeries(
  series: PublishedSeries,
  measure: Measure,
  { by, rows, earlier }: Counted,
): DrawnSeries {
  const people = rows.reduce((sum, { value }) => sum + value, 0);
  const designs = series.persons && people < fewest ? [[]] : series.tables;
  const occurring = [...rows, ...earlier];
  const dimensionOf = (name: string) => titled(measure, name, codesIn(occurring, by.indexOf(name)));
  const designed = designs.map((names) => names.map(dimensionOf));
  const cube = new Cube(withoutTotals(by.map(dimensionOf)));
  const counts = cube.countsOf(rows);
  return {
    ...{ series, measure, cube, counts },
    tables: designed.map((dimensions) => ({
      dimensions,
      cells: cellsOf(cube, dimensions, counts, series.persons),
    })),
  };
}

function cellsOf(
  cube: Cube,
  dimensions: LedgerTable['dimensions'],
  counts: readonly number[],
  persons: boolean,
) {
  const names = dimensions.map(({ by }) => by);
  return Cube.cellsOf(withoutTotals(dimensions)).map((codes) => {
    const plus = cube.partsOf(names, codes);
    const value = valueOf({ plus }, counts);
    const key = cube.keyOf(names, codes);
    return persons ? { ...countedCell(key, plus, value), codes } : { key, plus, value, codes };
  });
}

/** The table that has only the total. */
export function totalOf({ cube, counts, series }: DrawnSeries): DrawnTable {
  return { dimensions: [], cells: cellsOf(cube, [], counts, series.persons) };
}

/** Every cell of the tables once, whatever table shows it. */
export function cellsOfAll({ tables }: Pick<DrawnSeries, 'tables'>): Cell[] {
  return once(tables.flatMap(({ cells }) => cells));
}

/** The breakdown with the codes that have a name, and those that occur without one. */
function titled(measure: Measure, by: string, occurring: readonly string[]) {
  const breakdown = measure.breakdowns.find((one) => one.by === by);
  if (!breakdown) throw new Error(`${measure.id} is not split by ${by}`);
  const codes = [...new Set([...Object.keys(breakdown.names), ...occurring])];
  const titles = codes.map((code) => ({ code, title: titleOf(breakdown, code) }));
  return { by, title: breakdown.title, codes: [everything, ...titles] };
}

function titleOf({ names }: Breakdown, code: string) {
  return names[code] ?? (code === 'unknown' ? unknown : { da: code, en: code });
}

function codesIn(rows: readonly CrossedCell[], place: number): string[] {
  return [...new Set(rows.flatMap(({ codes }) => codes[place] ?? []))].sort();
}
