import { byCode, byDistrict, byEveryCode, onDay, unitFacts } from '@sikkerby/case-kit/facts';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { feriecamp } from './feriecamp.js';

/** Each day on which a camp was held is a fact; a camp that is planned or cancelled makes none. */
export const feriecampFacts = factsProjection({
  programme: 'feriecamp',
  version: 2,
  units: [
    unitFacts(feriecamp, ({ kind, holiday, area, district, heldOn }) =>
      [...new Set(heldOn)].map((day) => ({
        kind: 'feriecamp.day-held',
        ...onDay(day),
        district: district ?? null,
        codes: { kind, holiday, ...(area !== undefined && { area }) },
      })),
    ),
  ],
});

const holiday = [
  'holiday',
  { da: 'Ferie', en: 'Holiday' },
  {
    winter: { da: 'Vinterferie', en: 'Winter holiday' },
    easter: { da: 'Påskeferie', en: 'Easter holiday' },
    summer: { da: 'Sommerferie', en: 'Summer holiday' },
    autumn: { da: 'Efterårsferie', en: 'Autumn holiday' },
    christmas: { da: 'Juleferie', en: 'Christmas holiday' },
  },
] as const;
const held = { version: 1, kind: 'feriecamp.day-held' } as const;

export const feriecampMeasures: MeasuresOf<typeof feriecampFacts> = [
  {
    ...held,
    id: 'feriecamp.areas',
    distinct: 'area',
    where: { kind: ['area'] },
    breakdowns: [byDistrict, byEveryCode(...holiday)],
    unit: { da: 'boligområder', en: 'housing areas' },
    title: { da: 'Udsatte boligområder med FerieCamp', en: 'Housing areas with a holiday camp' },
    description: {
      da: 'Udsatte boligområder, hvor der blev holdt FerieCamp mindst en dag i året; hvert tæller én gang. Ikke: planlagte og aflyste camps, og camps for hele byen.',
      en: 'Vulnerable housing areas in which a camp was held on at least a day of the year; each counts once. Not: camps that are planned or cancelled, and city-wide camps.',
    },
    printed: { year: 2017, figure: 7 },
  },
  {
    ...held,
    id: 'feriecamp.camps',
    distinct: 'unit',
    where: {},
    breakdowns: [
      byCode(
        'kind',
        { da: 'Art', en: 'Kind' },
        {
          area: { da: 'I et boligområde', en: 'In a housing area' },
          'city-wide': { da: 'For hele byen', en: 'City-wide' },
        },
      ),
      byCode(...holiday),
    ],
    unit: { da: 'camps', en: 'camps' },
    title: { da: 'FerieCamps', en: 'Holiday camps' },
    description: {
      da: 'Camps, der blev holdt mindst en dag i året, også dem for hele byen.',
      en: 'Camps held on at least a day of the year, city-wide ones too.',
    },
  },
];
