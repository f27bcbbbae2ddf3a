import { describe, expect, it } from '@jest/globals';
import { Measures, type Breakdown, type Measure } from '@sikkerby/statistics';
import { undecided, type Decisions } from './decided.js';
import type { PublishedSeries } from './published-tables.js';

const words = { da: 'x', en: 'x' };
const split = (by: string, additive = true): Breakdown => ({
  by,
  additive,
  title: words,
  names: {},
});
const measure = (id: string, distinct: Measure['distinct']): Measure => ({
  id,
  version: 1,
  kind: 'x',
  distinct,
  where: {},
  breakdowns: [split('district'), split('ageBand'), split('concern', false)],
  unit: words,
  title: words,
  description: words,
});
const measures = Measures.of([
  {
    name: 'clubs',
    persons: true,
    measures: [measure('clubs.members', 'person'), measure('clubs.places', 'place')],
  },
]);
const members: PublishedSeries = {
  measure: 'clubs.members',
  persons: true,
  tables: [['district', 'ageBand']],
  sensitive: 'ageBand',
};
const right: Decisions = {
  published: [members],
  notPublished: ['clubs.places'],
  elsewhere: [{ measure: 'clubs.members', codes: { concern: ['x'] } }],
};
const withMembers = (changed: Partial<PublishedSeries>): Decisions => ({
  ...right,
  published: [{ ...members, ...changed }],
});

describe('what is decided of measures', () => {
  it('is right', () => {
    expect(undecided(measures, right)).toEqual([]);
  });

  it.each<[decisions: Decisions, sentence: string]>([
    [{ ...right, notPublished: [] }, `nobody decided on the measure 'clubs.places': write it into`],
    [
      { ...right, notPublished: ['clubs.places', 'clubs.plaices'] },
      `there is no measure 'clubs.plaices': write 'clubs.places'`,
    ],
    [
      { ...right, published: [members, { ...members, measure: 'shops.visits' }] },
      `there is no measure 'shops.visits': write the id of one`,
    ],
    [
      { ...right, elsewhere: [{ measure: 'club.members', codes: {} }] },
      `there is no measure 'club.members': write 'clubs.members'`,
    ],
    [
      { ...right, elsewhere: [{ measure: 'clubs.members', codes: { outcome: [] } }] },
      `'clubs.members' cannot be split by 'outcome': write one of district, ageBand, concern`,
    ],
    [
      { ...right, notPublished: ['clubs.places', 'clubs.members'] },
      `'clubs.members' is decided on twice: write it once into publishedSeries or notPublished`,
    ],
    [
      withMembers({ tables: [['distrikt']] }),
      `'clubs.members' cannot be split by 'distrikt': write 'district'`,
    ],
    [
      withMembers({ sensitive: 'concern' }),
      `'clubs.members' cannot be split by 'concern': write one of district, ageBand`,
    ],
    [withMembers({ persons: false }), `'clubs.members': write persons: true, as it counts`],
    [withMembers({ tables: [] }), `'clubs.members' has no table: write total, or notPublished`],
  ])('is refused where it cannot be meant (%#)', (decisions, sentence) => {
    expect(undecided(measures, decisions)).toEqual([
      expect.stringContaining(`what is published: ${sentence}`),
    ]);
  });
});
