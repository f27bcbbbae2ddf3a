import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { day } from '@sikkerby/kernel';
import { factsProjection, type Told, type UnitFacts } from '@sikkerby/statistics/facts';
import type { Measure } from '@sikkerby/statistics';
import { Ledger } from './support/ledger.js';
import { recorded } from './support/recorded.js';

const nothing = { da: '', en: '' };
const visits: Measure = {
  ...{ id: 'made-up.persons', version: 1, kind: 'made-up.visit', distinct: 'person', where: {} },
  ...{ breakdowns: [], unit: nothing, title: nothing, description: nothing },
};

/** A programme that exists here only: persons visit, and two of them turn out to be one. */
const visit: UnitFacts<{ person: string }, Told<'made-up.visit'>> = {
  begin: {
    'made-up.visited.v1': ({ data }: { data: { person: string } }) => data,
  },
  evolve: {},
  factsOf: ({ person }) => [
    {
      kind: 'made-up.visit',
      validFrom: day('2017-05-01'),
      validTo: day('2017-05-01'),
      person,
      district: 'valby',
    },
  ],
  linksOf: () => [],
};
const madeUp = factsProjection({ programme: 'made-up', version: 1, units: [visit] });

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('R7 and R8: linked persons count once while the link is in force, and the visits stay', async () => {
  const log = recorded([
    ['visit-1', 'made-up.visited.v1', { person: 'b' }],
    ['visit-2', 'made-up.visited.v1', { person: 'a' }],
    ['visit-3', 'made-up.visited.v1', { person: 'c' }],
    ['pair-1', 'made-up.persons-linked.v1', { subject: 'a', otherSubject: 'c' }],
    ['pair-1', 'made-up.persons-unlinked.v1', { subject: 'a', otherSubject: 'c' }],
  ]);
  await ledger.load(log, madeUp);
  const known = async (measure: Measure) => {
    const counts = await Promise.all(
      log.map(({ position }) => ledger.count(measure, 2017, position)),
    );
    return counts.map(({ value }) => value);
  };
  expect(await known(visits)).toEqual([1, 2, 3, 2, 3]);
  expect(await known({ ...visits, distinct: 'unit' })).toEqual([1, 2, 3, 3, 3]);
});
