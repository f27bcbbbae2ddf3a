import type { Words } from '@sikkerby/statistics';
import { stringify } from 'csv-stringify/sync';
import { headingOf, notesOf, sourceOf, statusOf } from './notes.js';
import type { PublishedCell, PublishedRelease, PublishedTable } from './published-release.js';

type Row = readonly (string | number | null)[];

/** Rows as CSV: empty where there is null; a cell that a spreadsheet would take for a formula is made text. */
export function csv(rows: readonly Row[], delimiter: ',' | ';'): string {
  return stringify([...rows], {
    ...{ delimiter, record_delimiter: 'unix', escape_formulas: true },
  });
}

const columns: Record<'year' | 'unit' | 'count' | 'status', Words> = {
  year: { da: 'År', en: 'Year' },
  unit: { da: 'Enhed', en: 'Unit' },
  count: { da: 'Antal', en: 'Count' },
  status: { da: 'Status', en: 'Status' },
};

/**
 * The table for people and their spreadsheets: a row for each cell, in words, and below them, each in
 * the first column of a row of its own, what the table is, its notes and its source.
 */
export function wordsCsv(
  release: PublishedRelease,
  table: PublishedTable,
  language: keyof Words,
): string {
  const { dimensions, year, unit } = table;
  const heads = [...dimensions.map(({ title }) => title), ...Object.values(columns)];
  const titleOf = (code: string, place: number) =>
    dimensions[place]?.codes.find((one) => one.code === code)?.title[language] ?? code;
  const told = [headingOf(table), ...notesOf(table), sourceOf(release)];
  return csv(
    [
      heads.map((head) => head[language]),
      ...table.cells.map(({ codes, value }) => [
        ...[...codes.map(titleOf), year, unit[language], value, statusOf(value)],
      ]),
      ...told.map((words) => heads.map((_, place) => (place === 0 ? words[language] : null))),
    ],
    language === 'da' ? ';' : ',',
  );
}

/** The table for programs, in codes: nothing but a head and a row for each cell. */
export function codesCsv({ measure, version, year, dimensions, cells }: PublishedTable): string {
  const row = ({ codes, value }: PublishedCell) => [
    ...[measure, version, year, ...codes, value, statusOf(value)],
  ];
  const heads = dimensions.map(({ by }) => by);
  return csv([['measure', 'version', 'year', ...heads, 'value', 'status'], ...cells.map(row)], ',');
}
