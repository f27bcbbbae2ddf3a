import { stringify } from 'csv-stringify/sync';

/**
 * Rows as CSV for Danish Excel (`;`, UTF-8 with its mark). A cell that a spreadsheet would take for a
 * formula is made text.
 */
export function spreadsheet(rows: readonly (readonly unknown[])[]): string {
  return stringify([...rows], {
    ...{ delimiter: ';', bom: true, escape_formulas: true, record_delimiter: 'windows' },
    cast: { boolean: String },
  });
}
