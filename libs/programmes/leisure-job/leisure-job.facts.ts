import {
  bandOf,
  byAgeBand,
  byCode,
  byDistrict,
  byEveryCode,
  byGender,
  onDay,
  unitFacts,
} from '@sikkerby/case-kit/facts';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { leisureJob } from './leisure-job.js';

const ageBands = ['13-14', '15-17', '18-25'] as const;

/** A match that was made, and not annulled since, is a fact of that day. */
export const leisureJobFacts = factsProjection({
  programme: 'leisure-job',
  version: 2,
  units: [
    unitFacts(leisureJob, (unit) =>
      unit.matchedOn && unit.status !== 'annulled'
        ? [
            {
              kind: 'leisure-job.matched',
              ...onDay(unit.matchedOn),
              person: unit.subject,
              district: unit.districtAtMatch ?? unit.district,
              codes: {
                trade: unit.trade ?? 'unknown',
                ageBand: bandOf(ageBands, unit.ageAtMatch ?? -1),
                gender: unit.gender,
              },
            },
          ]
        : [],
    ),
  ],
});

const trade = [
  'trade',
  { da: 'Branche', en: 'Trade' },
  {
    shop: { da: 'Butik', en: 'Shop' },
    kitchen: { da: 'Køkken', en: 'Kitchen' },
    cleaning: { da: 'Rengøring', en: 'Cleaning' },
    delivery: { da: 'Udbringning', en: 'Delivery' },
    office: { da: 'Kontor', en: 'Office' },
    outdoor: { da: 'Udendørs', en: 'Outdoor' },
  },
] as const;
const matched = { version: 1, kind: 'leisure-job.matched', where: {} } as const;
const alike = [byDistrict, byAgeBand(ageBands), byGender];

export const leisureJobMeasures: MeasuresOf<typeof leisureJobFacts> = [
  {
    ...matched,
    id: 'leisure-job.persons',
    distinct: 'person',
    breakdowns: [...alike, byEveryCode(...trade)],
    unit: { da: 'unge', en: 'young people' },
    title: {
      da: 'Unge matchet med et fritidsjob',
      en: 'Young people matched with a leisure job',
    },
    description: {
      da: 'Unge, der blev matchet med mindst et fritidsjob i året; hver tæller én gang, under sit sidste match i året. Ikke: jobsøgende, forslag og annullerede match.',
      en: 'Young people matched with at least one leisure job in the year; each counts once, by their last match in the year. Not: those who seek, proposals and annulled matches.',
    },
    printed: { year: 2017, figure: 526 },
  },
  {
    ...matched,
    id: 'leisure-job.matches',
    distinct: 'unit',
    breakdowns: [...alike, byCode(...trade)],
    unit: { da: 'match', en: 'matches' },
    title: { da: 'Match med et fritidsjob', en: 'Matches with a leisure job' },
    description: {
      da: 'Match, der blev lavet i året; dubletter tæller som ét. Ikke: forslag og annullerede match.',
      en: 'Matches made in the year; duplicates count as one. Not: proposals and annulled matches.',
    },
  },
];
