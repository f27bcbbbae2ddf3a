import { describe, expect, it } from '@jest/globals';
import { Cube } from './cube.js';
import { jointAttack } from './joint-attack.js';
import type { LedgerTable } from '../releases/release.js';
import { toldElsewhere } from '../releases/versions.js';

const words = { da: 'x', en: 'x' };
const titled = (by: string, codes: readonly string[]) => ({
  ...{ by, title: words },
  codes: ['total', ...codes].map((code) => ({ code, title: words })),
});
const cube = new Cube([
  { by: 'ageBand', codes: ['a', 'b', 'c'] },
  { by: 'district', codes: ['x', 'y', 'z'] },
]);
const dimensions = [titled('ageBand', ['a', 'b', 'c']), titled('district', ['x', 'y', 'z'])];
const pause = () => Promise.resolve();

/** A version of the counts, row by row, with these cells hidden, such as `a x`. */
function version(counts: readonly number[], hidden: readonly string[]) {
  const cells = Cube.cellsOf(cube.dimensions);
  const values = cells.map((codes) => {
    const parts = cube.partsOf(['ageBand', 'district'], codes);
    const value = parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0);
    return hidden.includes(codes.join(' ')) ? null : value;
  });
  const table: LedgerTable = {
    ...{ id: 't', title: words, measure: 'm', version: 1, year: 2017, unit: words },
    ...{ dimensions, values, footnotes: [] },
  };
  return { tables: [table], counts };
}

const counts = [3, 20, 30, 25, 40, 12, 31, 18, 22];
const upperLeft = ['a x', 'a y', 'b x', 'b y'];
const corners = ['a x', 'a z', 'c x', 'c z'];
const opened = async (...versions: ReturnType<typeof version>[]) =>
  (await jointAttack(cube, versions, [], pause)).opened;

describe('the joint attack', () => {
  it('finds nothing in a version that hides enough, and the cell that does not', async () => {
    expect(await jointAttack(cube, [version(counts, upperLeft)], [], pause)).toEqual({
      ...{ opened: [], attacked: 1 },
    });
    expect(await opened(version(counts, ['a x', 'a y', 'b x']))).toEqual(['ageBand=a district=x']);
  });

  it('finds what the same counts tell when other cells are hidden the second time', async () => {
    expect(await opened(version(counts, upperLeft), version(counts, upperLeft))).toEqual([]);
    expect(await opened(version(counts, upperLeft), version(counts, corners))).toEqual([
      'ageBand=a district=x before',
      'ageBand=a district=x',
    ]);
  });

  it('finds what the correction of one person tells, of which the totals speak', async () => {
    const corrected = counts.with(0, 4);
    const before = version(counts, upperLeft);
    expect(await opened(before, version(corrected, corners))).not.toEqual([]);
  });

  it('knows a figure that others published, of the version that it is true of', async () => {
    const figure = {
      ...{ measure: 'm', year: 2017, codes: { ageBand: ['a'], district: ['x', 'z'] } },
      ...{ low: 33, high: 33, source: 'press-release' as const },
    };
    const known = toldElsewhere(cube, figure, 1);
    const versions = [version(counts, upperLeft)];
    const { opened: found } = await jointAttack(cube, versions, [{ known, version: 0 }], pause);
    expect(found).toEqual(['ageBand=a district=x']);
  });
});
