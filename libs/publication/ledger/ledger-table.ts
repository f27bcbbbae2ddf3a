import { isSmall } from '@sikkerby/reference';
import type { Words } from '@sikkerby/statistics';
import type { DrawnSeries, DrawnTable } from '../tables/drawn-series.js';
import type { LedgerTable } from '../releases/release.js';
import { publicCells } from '../releases/versions.js';
import type { Cube } from '../tables/cube.js';

export function tableId({ series }: DrawnSeries, { dimensions }: DrawnTable): string {
  const split = dimensions.map(({ by }) => (by === 'ageBand' ? 'age' : by.toLowerCase()));
  return [series.measure, split.length > 0 ? `by-${split.join('-and-')}` : 'total'].join('.');
}

/** The table as it goes into the ledger: nothing of what is hidden is in it. */
export function ledgerTable(
  drawn: DrawnSeries,
  table: DrawnTable,
  year: number,
  hidden: ReadonlySet<string>,
): LedgerTable {
  const { measure } = drawn;
  const { dimensions, cells } = table;
  return {
    id: tableId(drawn, table),
    title: titleOf(
      measure.title,
      dimensions.map(({ title }) => title),
    ),
    ...{ measure: measure.id, version: measure.version, year, unit: measure.unit, dimensions },
    values: cells.map(({ key, value }) => (hidden.has(key) ? null : value)),
    footnotes: [measure.description, ...(measure.precision === 'about' ? [about] : [])],
  };
}

const about: Words = { da: 'Tallene er omtrentlige.', en: 'The figures are approximate.' };

function titleOf(title: Words, splits: readonly Words[]): Words {
  const joined = (language: keyof Words, by: string, and: string) =>
    splits.length === 0
      ? title[language]
      : `${title[language]} ${by} ${splits.map((one) => one[language].toLowerCase()).join(and)}`;
  return { da: joined('da', 'efter', ' og '), en: joined('en', 'by', ' and ') };
}

/** Keys of cells that are shown in both, and differ by fewer persons than may be told of. */
export function smallChanges(
  cube: Cube,
  before: readonly LedgerTable[],
  after: readonly LedgerTable[],
): string[] {
  const shown = new Map(publicCells(cube, before).map(({ key, value }) => [key, value]));
  return publicCells(cube, after).flatMap(({ key, value }) => {
    const past = shown.get(key);
    if (past === undefined || past === null || value === null) return [];
    const change = Math.abs(value - past);
    return isSmall(change) ? [key] : [];
  });
}
