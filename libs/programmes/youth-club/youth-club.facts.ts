import { byCode, byDistrict, byEveryCode, unitFacts } from '@sikkerby/case-kit/facts';
import { yearSpan } from '@sikkerby/kernel';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { clubObservation } from './club-observation.js';
import { youthClub } from './youth-club.js';

/** Longer hours and free membership are facts of their days in the year; a share is one of its year. */
export const youthClubFacts = factsProjection({
  programme: 'youth-club',
  version: 2,
  units: [
    unitFacts(youthClub, (unit) => {
      const { club: place, kind, district, year, times, extendedOn, extendedTo, freeOn } = unit;
      const { to } = yearSpan(year);
      const codes = { place, kind, time: times };
      const told = <Kind extends string>(what: Kind, from: typeof freeOn, until = to) =>
        from === undefined
          ? []
          : [{ kind: what, validFrom: from, validTo: until, district, codes }];
      return [
        ...told('youth-club.hours-extended', extendedOn, extendedTo),
        ...told('youth-club.membership-free', freeOn),
      ];
    }),
    unitFacts(clubObservation, ({ year, perCent, source }) => {
      const { from, to } = yearSpan(year);
      const codes = { area: 'city', source };
      const valid = { validFrom: from, validTo: to };
      return [{ kind: 'youth-club.share-observed', ...valid, codes, quantity: perCent }];
    }),
  ],
});

const byKind = byCode(
  'kind',
  { da: 'Art', en: 'Kind' },
  {
    'youth-club': { da: 'Ungdomsklub', en: 'Youth club' },
    'leisure-club': { da: 'Fritidsklub', en: 'Leisure club' },
  },
);
const clubs = {
  version: 1,
  distinct: 'place',
  where: {},
  unit: { da: 'klubber', en: 'clubs' },
} as const;

export const youthClubMeasures: MeasuresOf<typeof youthClubFacts> = [
  {
    ...clubs,
    id: 'youth-club.extended',
    kind: 'youth-club.hours-extended',
    breakdowns: [
      byDistrict,
      byKind,
      byEveryCode(
        'time',
        { da: 'Tidspunkt', en: 'Time' },
        { evening: { da: 'Aften', en: 'Evening' }, weekend: { da: 'Weekend', en: 'Weekend' } },
      ),
    ],
    title: { da: 'Klubber med udvidede åbningstider', en: 'Clubs with extended opening hours' },
    description: {
      da: 'Klubber, der mindst en dag i året havde udvidet åbent; hver tæller én gang.',
      en: 'Clubs with extended opening hours on at least a day of the year; each counts once.',
    },
  },
  {
    ...clubs,
    id: 'youth-club.free',
    kind: 'youth-club.membership-free',
    breakdowns: [byDistrict, byKind],
    title: { da: 'Klubber med gratis medlemskab', en: 'Clubs with free membership' },
    description: {
      da: 'Klubber, hvor det mindst en dag i året var gratis at være medlem; hver tæller én gang.',
      en: 'Clubs in which membership was free on at least a day of the year; each counts once.',
    },
  },
  {
    id: 'youth-club.share',
    version: 1,
    kind: 'youth-club.share-observed',
    // One share for the city in a year, however often it was imported.
    distinct: 'area',
    sum: true,
    observed: true,
    precision: 'about',
    where: {},
    breakdowns: [],
    unit: { da: 'procent af de 14-18-årige', en: 'per cent of those aged 14 to 18' },
    title: {
      da: 'Unge, der brugte en gratis ungdomsklub',
      en: 'Young people who used a free youth club',
    },
    description: {
      da: 'Omtrentlig andel af byens 14-18-årige, indlæst som den er oplyst og ikke regnet ud her.',
      en: 'Share of the city’s 14-18-year-olds, about; imported as it was told and not worked out here.',
    },
    printed: { year: 2017, figure: 20 },
  },
];
