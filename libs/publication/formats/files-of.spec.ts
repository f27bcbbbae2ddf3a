import { describe, expect, it } from '@jest/globals';
import { digestOf } from '../releases/releases.js';
import { fileOf, filesOf, listed } from './files-of.js';
import { onlyTotal, releaseOf, secrets, twoWay } from './release-testing.js';

const table = twoWay();
const release = releaseOf(table, onlyTotal);

describe('the files of a release', () => {
  it('are named after table, year and kind', () => {
    expect(filesOf(releaseOf(onlyTotal)).map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['infohus.persons-given-intervention.total.2018.da.csv', 'text/csv; charset=utf-8'],
      ['infohus.persons-given-intervention.total.2018.en.csv', 'text/csv; charset=utf-8'],
      ['infohus.persons-given-intervention.total.2018.codes.csv', 'text/csv; charset=utf-8'],
      [
        'infohus.persons-given-intervention.total.2018.sdmx.csv',
        'application/vnd.sdmx.data+csv; version=2.0.0',
      ],
      ['infohus.persons-given-intervention.total.2018.da.json', 'application/json'],
      ['infohus.persons-given-intervention.total.2018.en.json', 'application/json'],
      ['release-3.2018.dcat.jsonld', 'application/ld+json'],
    ]);
  });

  it('are the same bytes each time', () => {
    expect(filesOf(structuredClone(release))).toEqual(filesOf(release));
  });

  it('are the bytes that they were for the releases of before', () => {
    expect(digestOf(filesOf(release).map(listed))).toBe(
      'de4c058c3ec564fa3976675271d81782b5ec1928d48bc21d6d529f1491ae4c23',
    );
  });

  it('are the same bytes each alone', () => {
    const files = filesOf(release);
    const list = files.map(listed);
    expect(list.map(({ name }) => fileOf(release, name, list))).toEqual(files);
  });

  it('are the same bytes whatever is hidden, and why', () => {
    const others = secrets.map(({ value, hidden }) =>
      hidden === undefined
        ? { value }
        : { value: 31415 - value, hidden: hidden === 'sensitive' ? 'complementary' : 'sensitive' },
    ) as typeof secrets;
    expect(filesOf(releaseOf(twoWay(others), onlyTotal))).toEqual(filesOf(release));
  });

  it('are the same bytes whichever statement they are of: its number grows with what is hidden', () => {
    expect(filesOf({ ...release, statement: 99 })).toEqual(filesOf(release));
  });

  it('are UTF-8 without a mark, NFC, and their lines end in a line feed', () => {
    for (const { text } of filesOf(release)) {
      expect(text.normalize('NFC')).toBe(text);
      expect(text).not.toMatch(/^\uFEFF|\r/);
      expect(text).toMatch(/[^\n]\n$/);
      expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
    }
    expect(filesOf(release)[0]?.text).toContain('Vånløse');
  });

  it('are none of a table whose cells are not whole and in order', () => {
    const [first, ...others] = table.cells;
    for (const cells of [others, first ? [...others, first] : [], [...table.cells, ...others]]) {
      expect(() => filesOf(releaseOf({ ...table, cells }))).toThrow('not every cell');
    }
  });
});
