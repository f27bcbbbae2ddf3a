import type { Figure } from './compute.js';

/** A figure as text for a terminal: Danish and English side by side, the numbers to the right. */
export function figureTable(figure: Figure): string {
  const { title, unit, breakdown } = figure;
  const rows = [
    ...(breakdown ? [[breakdown.title.da, breakdown.title.en, unit.da]] : []),
    ...(breakdown?.rows ?? []).map((row) => [row.title.da, row.title.en, String(row.value)]),
    ['I alt', 'In all', String(figure.value)],
  ];
  return [
    `${title.da} / ${title.en}, ${String(figure.year)}`,
    `${figure.measure} v${String(figure.version)}, as known at position ${figure.asOf}`,
    '',
    ...aligned(rows),
    ...(breakdown && !breakdown.additive
      ? ['', 'Rækkerne summer ikke: samme enhed kan stå i flere / The rows do not add up']
      : []),
  ].join('\n');
}

/** Columns padded to their widest cell, the last one to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === row.length - 1 ? cell.padStart(width(column)) : cell.padEnd(width(column)),
      )
      .join('  '),
  );
}
