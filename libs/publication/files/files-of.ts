import { codesCsv, wordsCsv } from './csv.js';
import { dcat, type Distribution } from './dcat.js';
import { jsonStat } from './json-stat.js';
import type { PublishedFile, PublishedRelease, PublishedTable } from './published-release.js';
import { sdmxCsv } from './sdmx-csv.js';

/**
 * The public files of a release: for each table CSV in Danish, in English and in codes, SDMX-CSV, and
 * JSON-stat in Danish and in English; and one DCAT-AP document about them all. The same release
 * always gives the same bytes. @throws Error where a table has not every cell in its order
 */
export function filesOf(release: PublishedRelease): readonly PublishedFile[] {
  const tables = new Map(release.tables.map((table) => [table, filesOfTable(release, table)]));
  const { year, number } = release;
  return [
    ...[...tables.values()].flat().map(({ file }) => file),
    file(`release-${number}.${year}.dcat.jsonld`, 'application/ld+json', dcat(release, tables)),
  ];
}

function filesOfTable(release: PublishedRelease, table: PublishedTable): readonly Distribution[] {
  refuseUnlessWhole(table);
  const named = (ending: string, mediaType: string, text: string) =>
    file(`${table.id}.${table.year}.${ending}`, mediaType, text);
  const csv = 'text/csv; charset=utf-8';
  const sdmx = 'application/vnd.sdmx.data+csv; version=2.0.0';
  return [
    {
      file: named('da.csv', csv, wordsCsv(release, table, 'da')),
      ...{ title: { da: 'CSV på dansk', en: 'CSV in Danish' }, format: 'CSV', language: 'da' },
    },
    {
      file: named('en.csv', csv, wordsCsv(release, table, 'en')),
      ...{ title: { da: 'CSV på engelsk', en: 'CSV in English' }, format: 'CSV', language: 'en' },
    },
    {
      file: named('codes.csv', csv, codesCsv(table)),
      ...{ title: { da: 'CSV med koder', en: 'CSV in codes' }, format: 'CSV' },
    },
    {
      file: named('sdmx.csv', sdmx, sdmxCsv(table)),
      ...{ title: { da: 'SDMX-CSV 2.0', en: 'SDMX-CSV 2.0' }, format: 'CSV' },
      conformsTo: 'https://github.com/sdmx-twg/sdmx-csv',
    },
    ...(['da', 'en'] as const).map((language) => ({
      file: named(`${language}.json`, 'application/json', jsonStat(release, table, language)),
      ...{ title: jsonStatTitles[language], format: 'JSON' as const, language },
      conformsTo: 'https://json-stat.org/full/',
    })),
  ];
}

const jsonStatTitles = {
  da: { da: 'JSON-stat 2.0 på dansk', en: 'JSON-stat 2.0 in Danish' },
  en: { da: 'JSON-stat 2.0 på engelsk', en: 'JSON-stat 2.0 in English' },
};

function file(name: string, mediaType: string, text: string): PublishedFile {
  return { name, mediaType, text: text.normalize('NFC') };
}

/** Some formats tell a cell by its place only: a table that is out of order would say what is not so. */
function refuseUnlessWhole({ id, dimensions, cells }: PublishedTable): void {
  const all = dimensions.reduce<string[][]>(
    (found, { codes }) => found.flatMap((cell) => codes.map(({ code }) => [...cell, code])),
    [[]],
  );
  if (JSON.stringify(all) !== JSON.stringify(cells.map(({ codes }) => codes))) {
    throw new Error(`${id} has not every cell once and in its order`);
  }
}
