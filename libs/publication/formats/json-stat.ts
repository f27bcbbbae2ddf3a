import type { Words } from '@sikkerby/statistics';
import { headingOf, hidden, notesOf, sourceOf } from './notes.js';
import type { PublishedRelease, PublishedTable } from './published-release.js';

/** The table as a JSON-stat 2.0 dataset; the metric and the year are dimensions of one category. */
export function jsonStat(
  release: PublishedRelease,
  table: PublishedTable,
  language: keyof Words,
): string {
  const { measure, year, unit, dimensions, cells } = table;
  const only = (code: string, title: Words) => [{ code, title }];
  const metric = only(measure, table.title);
  const time = only(String(year), { da: String(year), en: String(year) });
  const all = [
    { by: 'measure', title: { da: 'Mål', en: 'Measure' }, codes: metric },
    { by: 'year', title: { da: 'År', en: 'Year' }, codes: time },
    ...dimensions,
  ];
  const geo = dimensions.flatMap(({ by }) => (by === 'district' ? [by] : []));
  const dimension = all.map(({ by, title, codes }) => {
    const category = {
      index: codes.map(({ code }) => code),
      label: Object.fromEntries(codes.map((one) => [one.code, one.title[language]])),
      ...(by === 'measure' && { unit: { [measure]: { label: unit[language], decimals: 0 } } }),
    };
    return [by, { label: title[language], category }] as const;
  });
  const status = cells.flatMap(({ value }, place) =>
    value === null ? [[place, hidden] as const] : [],
  );
  const dataset = {
    ...{ version: '2.0', class: 'dataset', label: headingOf(table)[language] },
    ...{ source: sourceOf(release)[language], updated: release.releasedOn },
    note: notesOf(table).map((note) => note[language]),
    role: { time: ['year'], ...(geo.length > 0 && { geo }), metric: ['measure'] },
    id: all.map(({ by }) => by),
    size: all.map(({ codes }) => codes.length),
    dimension: Object.fromEntries(dimension),
    value: cells.map(({ value }) => value),
    status: Object.fromEntries(status),
  };
  return `${JSON.stringify(dataset)}\n`;
}
