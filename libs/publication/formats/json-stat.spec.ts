import { describe, expect, it } from '@jest/globals';
import { jsonStat } from './json-stat.js';
import type { PublishedCell, PublishedTable } from './published-release.js';
import { onlyTotal, releaseOf, twoWay } from './release-testing.js';

interface Dataset {
  readonly id: string[];
  readonly size: number[];
  readonly role: Record<string, string[]>;
  readonly dimension: Record<
    string,
    { label: string; category: { index: string[]; label: Record<string, string>; unit?: object } }
  >;
  readonly value: (number | null)[];
  readonly status: Record<string, string>;
  readonly note: string[];
}

const table = twoWay();
const read = (one: PublishedTable, language: 'da' | 'en' = 'da') =>
  JSON.parse(jsonStat(releaseOf(one), one, language)) as Dataset;

/** The cells that a reader finds by the sizes alone, as the format has it. */
function cellsOf({ id, size, dimension, value }: Dataset): PublishedCell[] {
  return value.map((one, place) => {
    let rest = place;
    const codes = id.toReversed().map((by) => {
      const { index } = dimension[by]?.category ?? { index: [] };
      const length = size[id.indexOf(by)] ?? 0;
      const code = index[rest % length] ?? '';
      rest = Math.floor(rest / length);
      return code;
    });
    return { codes: codes.toReversed().slice(2), value: one };
  });
}

describe('JSON-stat 2.0', () => {
  it.each([table, onlyTotal])('tells every cell of $id where the format looks for it', (one) => {
    const dataset = read(one);
    expect(dataset.size.reduce((product, size) => product * size, 1)).toBe(dataset.value.length);
    expect(cellsOf(dataset)).toEqual(one.cells);
  });

  it('is a dataset with its source and day', () => {
    expect(read(table, 'en')).toMatchObject({
      ...{ version: '2.0', class: 'dataset', label: 'Persons in leisure jobs; all, 2018' },
      ...{ source: expect.stringContaining('release 3'), updated: '2019-04-01' },
      id: ['measure', 'year', 'district', 'ageBand'],
      role: { time: ['year'], geo: ['district'], metric: ['measure'] },
    });
    expect(read(onlyTotal).role).toEqual({ time: ['year'], metric: ['measure'] });
  });

  it('marks what is hidden in one way, and nothing else', () => {
    const marks = table.cells.flatMap(({ value }, at) => (value === null ? [[at, 'c']] : []));
    expect(read(table).status).toEqual(Object.fromEntries(marks));
    expect(marks).toHaveLength(4);
  });

  it.each(['da', 'en'] as const)('is in words, %s', (language) => {
    const { dimension, note } = read(table, language);
    for (const { by, title, codes } of table.dimensions) {
      const words = codes.map((one) => [one.code, one.title[language]]);
      expect(dimension[by]?.label).toBe(title[language]);
      expect(dimension[by]?.category.label).toEqual(Object.fromEntries(words));
    }
    const unit = { 'leisure-job.persons': { label: table.unit[language], decimals: 0 } };
    expect(dimension.measure?.category.unit).toEqual(unit);
    expect(note).toEqual([table.footnotes[0]?.[language], expect.stringContaining('status c')]);
  });
});
