import { hash } from 'node:crypto';
import { codesCsv, wordsCsv } from './csv.js';
import { dcat, type Kind } from './dcat.js';
import { jsonStat } from './json-stat.js';
import type {
  ListedFile,
  PublishedFile,
  PublishedRelease,
  PublishedTable,
} from './published-release.js';
import { sdmxCsv } from './sdmx-csv.js';

/** A file of a table before it is rendered. */
interface TableFile extends Kind {
  readonly name: string;
  readonly mediaType: string;
  readonly table: PublishedTable;
  readonly text: () => string;
}

/**
 * The public files of a release: for each table CSV in Danish, in English and in codes, SDMX-CSV, and
 * JSON-stat in Danish and in English; and one DCAT-AP document about them all. The same release
 * always gives the same bytes. @throws Error where a table has not every cell in its order
 */
export function filesOf(release: PublishedRelease): readonly PublishedFile[] {
  const files = tableFilesOf(release).map(rendered);
  return [...files, catalogueOf(release, files.map(listed))];
}

/**
 * One of them, and no other is rendered: the catalogue tells what the list says of the others.
 * @throws Error where its table has not every cell in its order
 */
export function fileOf(
  release: PublishedRelease,
  name: string,
  list: readonly ListedFile[],
): PublishedFile | undefined {
  if (name === catalogueNameOf(release)) return catalogueOf(release, list);
  const found = tableFilesOf(release).find((one) => one.name === name);
  return found && rendered(found);
}

/** What is known of a file without its text. */
export function listed({ name, mediaType, text }: PublishedFile): ListedFile {
  return {
    ...{ name, mediaType },
    byteSize: Buffer.byteLength(text),
    sha256: hash('sha256', text, 'hex'),
  };
}

function catalogueOf(release: PublishedRelease, list: readonly ListedFile[]): PublishedFile {
  const files = tableFilesOf(release);
  const tables = release.tables.map((table) => {
    const distributions = files.flatMap((one) => {
      const file = list.find(({ name }) => name === one.name);
      return one.table === table && file ? [{ ...one, file }] : [];
    });
    return [table, distributions] as const;
  });
  return file(catalogueNameOf(release), 'application/ld+json', dcat(release, new Map(tables)));
}

function catalogueNameOf({ number, year }: PublishedRelease): string {
  return `release-${number}.${year}.dcat.jsonld`;
}

function tableFilesOf(release: PublishedRelease): readonly TableFile[] {
  return release.tables.flatMap((table) => filesOfTable(release, table));
}

function filesOfTable(release: PublishedRelease, table: PublishedTable): readonly TableFile[] {
  const named = (ending: string, mediaType: string, text: () => string) => ({
    ...{ name: `${table.id}.${table.year}.${ending}`, mediaType, table, text },
  });
  const csv = 'text/csv; charset=utf-8';
  const sdmx = 'application/vnd.sdmx.data+csv; version=2.0.0';
  return [
    {
      ...named('da.csv', csv, () => wordsCsv(release, table, 'da')),
      ...{ title: { da: 'CSV på dansk', en: 'CSV in Danish' }, format: 'CSV', language: 'da' },
    },
    {
      ...named('en.csv', csv, () => wordsCsv(release, table, 'en')),
      ...{ title: { da: 'CSV på engelsk', en: 'CSV in English' }, format: 'CSV', language: 'en' },
    },
    {
      ...named('codes.csv', csv, () => codesCsv(table)),
      ...{ title: { da: 'CSV med koder', en: 'CSV in codes' }, format: 'CSV' },
    },
    {
      ...named('sdmx.csv', sdmx, () => sdmxCsv(table)),
      ...{ title: { da: 'SDMX-CSV 2.0', en: 'SDMX-CSV 2.0' }, format: 'CSV' },
      conformsTo: 'https://github.com/sdmx-twg/sdmx-csv',
    },
    ...(['da', 'en'] as const).map((language) => ({
      ...named(`${language}.json`, 'application/json', () => jsonStat(release, table, language)),
      ...{ title: jsonStatTitles[language], format: 'JSON' as const, language },
      conformsTo: 'https://json-stat.org/full/',
    })),
  ];
}

const jsonStatTitles = {
  da: { da: 'JSON-stat 2.0 på dansk', en: 'JSON-stat 2.0 in Danish' },
  en: { da: 'JSON-stat 2.0 på engelsk', en: 'JSON-stat 2.0 in English' },
};

function rendered({ name, mediaType, table, text }: TableFile): PublishedFile {
  refuseUnlessWhole(table);
  return file(name, mediaType, text());
}

function file(name: string, mediaType: string, text: string): PublishedFile {
  return { name, mediaType, text: text.normalize('NFC') };
}

const whole = new WeakSet<PublishedTable>();

/** Some formats tell a cell by its place only: a table that is out of order would say what is not so. */
function refuseUnlessWhole(table: PublishedTable): void {
  if (whole.has(table)) return;
  const { id, dimensions, cells } = table;
  const all = dimensions.reduce<string[][]>(
    (found, { codes }) => found.flatMap((cell) => codes.map(({ code }) => [...cell, code])),
    [[]],
  );
  if (JSON.stringify(all) !== JSON.stringify(cells.map(({ codes }) => codes))) {
    throw new Error(`${id} has not every cell once and in its order`);
  }
  whole.add(table);
}
