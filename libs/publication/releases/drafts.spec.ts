import { expect, it } from '@jest/globals';
import { day, positionAfter } from '@sikkerby/kernel';
import type { Measure, Statement } from '@sikkerby/statistics';
import { Drafts } from './drafts.js';
import { ledger } from '../ledger/publication-ledger.js';
import type { Release } from './release.js';

const words = { da: 'x', en: 'x' };
const named = { '1': words, '2': words };
const measure: Measure = {
  ...{ id: 'm.persons', version: 1, kind: 'm', distinct: 'person', where: {} },
  breakdowns: [{ by: 'level', title: words, additive: true, names: named }],
  ...{ unit: words, title: words, description: words },
};
const codes = ['total', '1', '2'].map((code) => ({ code, title: words }));

/** A release of 2017 whose table shows 12 in all and 9 of level 2, so that level 1 is 3. */
const release: Release = {
  ...{ number: 1, year: 2017, statement: 1, status: 'withdrawn', untrue: [] },
  preparedBy: 'a',
  preparedOn: day('2018-03-01'),
  releasedOn: day('2018-03-01'),
  certificate: {
    ...{ solver: 's', threshold: 5, modelSha256: 'm', cells: 3, hidden: 1, attacked: 1 },
  },
  tables: [
    {
      ...{ id: 't', title: words, measure: measure.id, version: 1, year: 2017, unit: words },
      ...{ dimensions: [{ by: 'level', title: words, codes }], values: [12, null, 9] },
      footnotes: [],
    },
  ],
};

const statement: Statement = {
  year: 2017,
  number: 1,
  kind: 'final',
  status: 'approved',
  frozenBy: 'a',
  frozenOn: day('2018-02-01'),
  cut: positionAfter(1),
  cutAt: '2018-02-01T00:00:00.000Z',
  measures: [],
  codeSha256: 'c',
  referenceSha256: 'r',
  sha256: 's',
};

it('attacks what is out of a measure and by a breakdown that are not published any more', async () => {
  const statements = {
    find: () => Promise.resolve(statement),
    measuresOf: () => [measure],
    measures: { countsPersons: () => true },
    crossed: (_: unknown, __: unknown, by: readonly string[]) =>
      Promise.resolve(
        by.includes('level')
          ? [
              { codes: ['1'], value: 3 },
              { codes: ['2'], value: 9 },
            ]
          : [{ codes: [], value: 12 }],
      ),
  };
  const known = { ...ledger.initialState, releases: [release] };
  expect(await new Drafts(statements).attack(known)).toEqual(['2017 m.persons level=1']);
});
