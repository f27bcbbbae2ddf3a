import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { releaseSample, type Design, type Row } from './index.js';

const key = Buffer.alloc(32, 7);
const district = {
  name: 'district',
  ladder: [{ valby: 'west', vanloese: 'west', amager: 'east', oesterbro: 'east' }],
};
const age = { name: 'age', ladder: [{ '12-14': '12-17', '15-17': '12-17', '18-25': '18-25' }] };
const design: Design = { quasi: [district, age], sensitive: ['source'], k: 3, l: 2 };

/** As many rows of one district and age as sources. */
function rowsOf(place: string, years: string, sources: readonly string[]): Row[] {
  return sources.map((source, at) => ({
    id: `${place}-${years}-${at}`,
    codes: { district: place, age: years, source },
  }));
}
const rows = [
  ...rowsOf('valby', '12-14', ['school', 'police']),
  ...rowsOf('vanloese', '12-14', ['school', 'school', 'parent']),
  ...rowsOf('amager', '18-25', ['police', 'parent', 'parent']),
];

describe('a sample', () => {
  it('has no group below k, by as few steps as do it, and tells what is attained', () => {
    const sample = releaseSample(rows, design, key);
    expect(sample).toMatchObject({ status: 'released', k: 3, l: 2, leftOut: 0 });
    expect(sample).toMatchObject({ steps: { district: 1, age: 0 } });
  });

  it('is made coarser by one step rather than two, whichever column it is', () => {
    const places = ['valby', 'vanloese', 'amager', 'oesterbro'];
    const crossed = places.flatMap((place) =>
      ['12-14', '18-25'].flatMap((years) => rowsOf(place, years, ['school', 'police'])),
    );
    const ageFirst = { ...design, quasi: [age, district] };
    expect(releaseSample(crossed, ageFirst, key)).toMatchObject({ steps: { age: 0, district: 1 } });
    expect(releaseSample(crossed, design, key)).toMatchObject({ steps: { age: 0, district: 1 } });
  });

  it('has no group that shares a sensitive value', () => {
    const alike = [...rows, ...rowsOf('oesterbro', '15-17', ['school', 'school', 'school'])];
    expect(releaseSample(alike, design, key)).toMatchObject({ steps: { district: 1, age: 2 } });
  });

  it('is the same bytes in whatever order the rows come, and twice', () => {
    const text = (of: Row[]) => JSON.stringify(releaseSample(of, design, key));
    expect(text(rows.toReversed())).toBe(text(rows));
    expect(text(rows)).toBe(text(rows));
  });

  it('holds its columns only, under pseudonyms that are in order', () => {
    const sample = releaseSample(rows, design, key);
    if (sample.status === 'refused') throw new Error('refused');
    const names = sample.rows.map(({ pseudonym }) => pseudonym);
    expect(names).toEqual(names.toSorted());
    expect(new Set(names).size).toBe(rows.length);
    expect(JSON.stringify(sample)).not.toContain('valby');
    for (const { codes } of sample.rows) {
      expect(Object.keys(codes)).toEqual(['district', 'age', 'source']);
    }
  });

  it('shares no pseudonym with another sample of the same persons', () => {
    const pseudonyms = (other: Uint8Array) => {
      const sample = releaseSample(rows, design, other);
      return sample.status === 'released' ? sample.rows.map(({ pseudonym }) => pseudonym) : [];
    };
    const both = [...pseudonyms(key), ...pseudonyms(Buffer.alloc(32, 8))];
    expect(new Set(both).size).toBe(2 * rows.length);
  });

  it('leaves out a tenth of its rows at most, and only where the design says so', () => {
    const many = Array.from({ length: 3 }, (_, at) =>
      rowsOf('valby', '12-14', ['school', 'police', 'parent', 'school']).map((row) => ({
        ...row,
        id: `${row.id}-${at}`,
      })),
    ).flat();
    const withOneMore = [...many, ...rowsOf('amager', '18-25', ['school'])];
    expect(releaseSample(withOneMore, design, key)).toMatchObject({ leftOut: 0, k: 13 });
    const leaving = { ...design, leftOut: 0.1 };
    expect(releaseSample(withOneMore, leaving, key)).toMatchObject({ leftOut: 1, k: 12 });
    const two = [...withOneMore, ...rowsOf('oesterbro', '18-25', ['police'])];
    expect(releaseSample(two, leaving, key)).toMatchObject({ leftOut: 0 });
  });
});

describe('a sample is refused', () => {
  it('when there are fewer than k rows in all', () => {
    const refused = releaseSample(rows, { ...design, k: 9 }, key);
    expect(refused).toMatchObject({ status: 'refused', best: { k: 8, l: 3 } });
    expect(JSON.stringify(refused)).toContain('8 rows');
  });

  it('when all of it shares too few sensitive values, and tells none of them', () => {
    const refused = releaseSample(rows, { ...design, l: 4 }, key);
    expect(refused).toMatchObject({ status: 'refused', best: { k: 8, l: 3 } });
    expect(JSON.stringify(refused)).not.toMatch(/school|police|parent/);
  });
});

describe('bad input is named', () => {
  const [first, ...others] = rows;
  if (!first) throw new Error('no row');
  const strange = { ...first, codes: { ...first.codes, name: 'x' } };
  const unknown = { ...first, codes: { ...first.codes, district: 'toString' } };
  const parts = {
    name: 'district',
    ladder: [
      { valby: 'w', vanloese: 'w', amager: 'e' },
      { valby: 'a', vanloese: 'b', amager: 'a' },
    ],
  };
  it.each<[string, Row[], Partial<Design>]>([
    ['k is a whole number of at least 3', rows, { k: 2 }],
    ['l is a whole number of at least 2', rows, { l: 1 }],
    ['at most a tenth', rows, { leftOut: 0.2 }],
    ['has a quasi-identifier', rows, { quasi: [] }],
    ['has a sensitive column', rows, { sensitive: [] }],
    ['each column is named once', rows, { sensitive: ['age'] }],
    ['each id has one row', [first, ...rows], {}],
    ['a row has each column', [strange, ...others], {}],
    ['step 1 of district has each code', [unknown, ...others], {}],
    ['step 2 of district is coarser', rows, { quasi: [parts, age] }],
  ])('%s', (message, of, change) => {
    expect(() => releaseSample(of, { ...design, ...change }, key)).toThrow(message);
  });

  it('a key has at least 32 bytes', () => {
    expect(() => releaseSample(rows, design, Buffer.alloc(31))).toThrow('32 bytes');
  });
});

/** Whether no group is too small or too alike, told without the groups of the release. */
function isSafe(of: readonly Row[], steps: readonly number[]): boolean {
  const seen = ({ codes }: Row) =>
    ['a', 'b'].map((name, at) => {
      const code = Number(codes[name]);
      return ([code, Math.floor(code / 2), 'all'] as const)[steps[at] ?? 0];
    });
  return of.every((row) => {
    const alike = of.filter((other) => seen(other).join() === seen(row).join());
    return alike.length >= 3 && alike.some(({ codes }) => codes.s !== row.codes.s);
  });
}

it('no generalisation with fewer steps is safe, and none is when it is refused', () => {
  const ladder = [{ 0: '0', 1: '0', 2: '1', 3: '1' }];
  const small: Design = {
    quasi: [
      { name: 'a', ladder },
      { name: 'b', ladder },
    ],
    sensitive: ['s'],
    k: 3,
  };
  const [four, apart] = [fc.constantFrom('0', '1', '2', '3'), fc.constantFrom('0', '3')];
  const someRows = fc
    .array(fc.record({ a: four, b: apart, s: fc.constantFrom('x', 'y') }), { maxLength: 24 })
    .map((all) => all.map((codes, at): Row => ({ id: String(at), codes })));
  const ways = [0, 1, 2].flatMap((a) => [0, 1, 2].map((b) => [a, b] as const));
  fc.assert(
    fc.property(someRows, (of) => {
      const safe = of.length > 0 ? ways.filter((steps) => isSafe(of, steps)) : [];
      const sample = releaseSample(of, small, key);
      if (sample.status === 'refused') return safe.length === 0;
      const { a = 9, b = 9 } = sample.steps;
      return (
        safe.some((way) => way[0] === a && way[1] === b) &&
        safe.every((way) => way[0] + way[1] >= a + b)
      );
    }),
    { seed: 1, numRuns: 300 },
  );
});
