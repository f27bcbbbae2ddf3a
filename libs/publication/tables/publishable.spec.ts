import { describe, expect, it } from '@jest/globals';
import type { Breakdown, Measure } from '@sikkerby/statistics';
import { drawSeries } from './drawn-series.js';
import { publishable } from './publishable.js';
import type { PublishedSeries } from './published-tables.js';

const words = { da: 'x', en: 'x' };
const breakdown = (by: string, ...codes: readonly string[]): Breakdown => ({
  ...{ by, title: words, additive: true },
  names: Object.fromEntries(codes.map((code) => [code, words])),
});
const measure: Measure = {
  ...{ id: 'm.persons', version: 1, kind: 'm', distinct: 'person', where: {} },
  breakdowns: [breakdown('district', 'x', 'y', 'z'), breakdown('level', '1', '2', '3')],
  ...{ unit: words, title: words, description: words },
};
const series: PublishedSeries = {
  ...{ measure: measure.id, persons: true, tables: [['district', 'level'], ['district']] },
  sensitive: 'level',
};
const options = {
  ...{ elsewhere: [], secret: 's', earlier: [] },
  pause: () => Promise.resolve(),
};

/** What may leave of these counts, by district and level, row by row. */
async function leaving(counts: readonly number[], of: PublishedSeries = series) {
  const rows = counts.flatMap((value, at) => {
    const codes = [['x', 'y', 'z'][Math.floor(at / 3)] ?? '', String((at % 3) + 1)];
    return value === 0 ? [] : [{ codes, value }];
  });
  const drawn = drawSeries(of, measure, { by: ['district', 'level'], rows, earlier: [] });
  const { drawn: left, hidden, refused } = await publishable(drawn, options);
  return {
    tables: left.tables.map(({ dimensions }) => dimensions.map(({ by }) => by)),
    hidden: [...hidden].sort(),
    refused: refused.map(({ cells }) => cells),
  };
}

describe('what may leave of a series', () => {
  it('is all of it where nothing is small, and with as little hidden as protects what is', async () => {
    expect(await leaving([9, 8, 7, 9, 8, 7, 9, 8, 7])).toEqual({
      ...{ tables: series.tables, hidden: [], refused: [] },
    });
    const { hidden, tables } = await leaving([3, 80, 70, 90, 8, 70, 90, 80, 70]);
    expect(tables).toEqual(series.tables);
    expect(hidden).toContain('district=x level=1');
    expect(hidden.length).toBe(4);
    expect(hidden).not.toContain('');
  });

  it('is the total alone of fewer than 30 persons, and also where that is small', async () => {
    expect(await leaving([3, 2, 9, 0, 0, 0, 0, 0, 0])).toMatchObject({ tables: [[]], hidden: [] });
    expect(await leaving([3, 0, 0, 0, 0, 0, 0, 0, 0])).toMatchObject({
      tables: [[]],
      hidden: [''],
    });
  });

  it('is no table that tells what all of a group have in common', async () => {
    const { tables, refused } = await leaving([0, 12, 0, 9, 8, 7, 9, 8, 7]);
    expect(tables).toEqual([['district']]);
    expect(refused).toEqual([['district=x level=2']]);
  });

  it('is no table with a cell that nothing protects', async () => {
    const open = { ...series, tables: [['district', 'level']] };
    const { tables, refused } = await leaving([3, 0, 9, 9, 0, 7, 9, 0, 7], { ...open });
    expect(refused).toEqual([]);
    expect(tables).toEqual(open.tables);
    const single = await leaving([3, 0, 40, 0, 8, 0, 0, 8, 0], { ...open, sensitive: 'district' });
    expect(single.refused.flat().length).toBeGreaterThan(0);
  });
});
