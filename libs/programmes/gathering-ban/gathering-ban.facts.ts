import { byCode, byDistrict, onDay, unitFacts } from '@sikkerby/case-kit/facts';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { gatheringBan, lapsesOn } from './gathering-ban.js';

/**
 * The decision is a fact of its day, the days in force are another: those of a first ban are over
 * after three months, whether somebody has recorded the expiry or not. A warning makes none.
 */
export const gatheringBanFacts = factsProjection({
  programme: 'gathering-ban',
  version: 2,
  units: [
    unitFacts(gatheringBan, (unit) => {
      const { district, premises, repeat, episodes = [] } = unit;
      const codes = { premises, term: repeat ? 'repeat' : 'first' } as const;
      return episodes.flatMap(({ from, to }) => [
        { kind: 'gathering-ban.issued', ...onDay(from), district, codes },
        {
          kind: 'gathering-ban.in-force',
          validFrom: from,
          validTo: to ?? lapsesOn(unit) ?? null,
          district,
          codes,
        },
      ]);
    }),
  ],
});

const bans = {
  version: 1,
  distinct: 'unit',
  where: {},
  breakdowns: [
    byDistrict,
    byCode(
      'term',
      { da: 'Varighed', en: 'Term' },
      {
        first: { da: 'Første forbud, tre måneder', en: 'First ban, three months' },
        repeat: { da: 'Gentaget, indtil ophævet', en: 'Repeat, until withdrawn' },
      },
    ),
    byCode(
      'premises',
      { da: 'Lokale', en: 'Premises' },
      {
        club: { da: 'Klublokale', en: 'Club' },
        shop: { da: 'Butik', en: 'Shop' },
        cafe: { da: 'Café', en: 'Café' },
        basement: { da: 'Kælder', en: 'Basement' },
        dwelling: { da: 'Bolig', en: 'Dwelling' },
      },
    ),
  ],
  unit: { da: 'forbud', en: 'bans' },
} as const;

export const gatheringBanMeasures: MeasuresOf<typeof gatheringBanFacts> = [
  {
    ...bans,
    id: 'gathering-ban.issued',
    kind: 'gathering-ban.issued',
    title: { da: 'Samlingsstedsforbud udstedt', en: 'Gathering bans issued' },
    description: {
      da: 'Forbud, der blev udstedt i året. Ikke: advarsler.',
      en: 'Bans issued in the year. Not: warnings.',
    },
  },
  {
    ...bans,
    id: 'gathering-ban.in-force',
    kind: 'gathering-ban.in-force',
    title: { da: 'Samlingsstedsforbud i kraft', en: 'Gathering bans in force' },
    description: {
      da: 'Forbud, der var i kraft mindst en dag i året. Et første forbud er i kraft i tre måneder, et gentaget indtil det ophæves.',
      en: 'Bans in force on at least a day of the year. A first ban is in force for three months, a repeat until it is withdrawn.',
    },
  },
];
