import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { codesCsv, wordsCsv } from './csv.js';
import { onlyTotal, releaseOf, twoWay } from './release-testing.js';

const table = twoWay();
const release = releaseOf(table, onlyTotal);
const notHidden = table.cells.map(({ value }) => (value === null ? 'c' : ''));

function rowsOf(text: string, delimiter: string): string[][] {
  return parse(text, { delimiter });
}

/** The value that a file tells: none where it is empty. */
const told = (text: string | undefined) => (text === '' ? null : Number(text));

describe('CSV in codes', () => {
  it('is a head and every cell, hidden ones and zeros told apart', () => {
    const [heads, ...rows] = rowsOf(codesCsv(table), ',');
    expect(heads).toEqual(
      ['measure', 'version', 'year'].concat('district', 'ageBand', 'value', 'status'),
    );
    expect(rows.map((row) => row.slice(0, 3).join())).toEqual(
      table.cells.map(() => 'leisure-job.persons,2,2018'),
    );
    const cells = rows.map((row) => ({ codes: row.slice(3, 5), value: told(row[5]) }));
    expect(cells).toEqual(table.cells);
    expect(rows.map((row) => row[6])).toEqual(notHidden);
  });

  it('is one row where there is only the total', () => {
    const text =
      'measure,version,year,value,status\ninfohus.persons-given-intervention,1,2018,14,\n';
    expect(codesCsv(onlyTotal)).toBe(text);
  });
});

describe.each([
  ['da', ';', ['Bydel', 'Alder', 'År', 'Enhed', 'Antal', 'Status']],
  ['en', ',', ['District', 'Age', 'Year', 'Unit', 'Count', 'Status']],
] as const)('CSV in words, %s', (language, delimiter, heads) => {
  const [found, ...rows] = rowsOf(wordsCsv(release, table, language), delimiter);
  const cells = rows.slice(0, table.cells.length);

  it('is every cell by its titles, whatever they are made of', () => {
    expect(found).toEqual(heads);
    const titles = table.dimensions.map(({ codes }) => codes.map(({ title }) => title[language]));
    const expected = titles[0]?.flatMap((row) => titles[1]?.map((column) => [row, column]) ?? []);
    const asText = expected?.map((row) => row.map((title) => title.replace(/^([=-])/, "'$1")));
    expect(cells.map((row) => row.slice(0, 2))).toEqual(asText);
    expect(cells.map((row) => told(row[4]))).toEqual(table.cells.map(({ value }) => value));
    expect(cells.map((row) => row[5])).toEqual(notHidden);
  });

  it('ends with what it is, its notes and its source', () => {
    const below = rows.slice(table.cells.length);
    expect(below.map(([first, ...others]) => [first, others.join('')])).toEqual([
      [`${table.title[language]}, 2018`, ''],
      [table.footnotes[0]?.[language], ''],
      [expect.stringContaining('status c'), ''],
      [expect.stringMatching(/Sikker By, (udgivelse 3 af|release 3 of) 2019-04-01$/), ''],
    ]);
  });

  it('is one row and its notes where there is only the total', () => {
    const [, row, ...below] = rowsOf(wordsCsv(release, onlyTotal, language), delimiter);
    expect(row).toEqual(['2018', 'person', '14', '']);
    expect(below).toHaveLength(3);
  });
});
