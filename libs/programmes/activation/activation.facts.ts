import {
  bandOf,
  byAgeBand,
  byCode,
  byDistrict,
  byEveryCode,
  byGender,
  unitFacts,
} from '@sikkerby/case-kit/facts';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { activation } from './activation.js';

const ageBands = ['0-17', '18-20', '21-24', '25-29', '30'] as const;
const hourBands = ['1-19', '20-36', '37'] as const;

/** Each stretch of a course is a fact of its days. */
export const activationFacts = factsProjection({
  programme: 'activation',
  version: 2,
  units: [
    unitFacts(activation, (unit) =>
      unit.episodes.map(({ from, to }) => ({
        kind: 'activation.course-under-way',
        validFrom: from,
        validTo: to ?? null,
        person: unit.subject,
        district: unit.district,
        codes: {
          course: unit.kind,
          gender: unit.gender,
          ageBand: bandOf(ageBands, unit.age),
          weeklyHours: bandOf(hourBands, unit.weeklyHours),
        },
      })),
    ),
  ],
});

export const activationMeasures: MeasuresOf<typeof activationFacts> = [
  {
    id: 'activation.persons',
    version: 1,
    kind: 'activation.course-under-way',
    distinct: 'person',
    where: {},
    breakdowns: [
      byDistrict,
      byAgeBand(ageBands),
      byGender,
      byCode(
        'weeklyHours',
        { da: 'Timer om ugen', en: 'Hours a week' },
        {
          '1-19': { da: 'Under 20 timer', en: 'Fewer than 20 hours' },
          '20-36': { da: '20-36 timer', en: '20-36 hours' },
          '37': { da: '37 timer', en: '37 hours' },
        },
      ),
      byEveryCode(
        'course',
        { da: 'Forløb', en: 'Course' },
        {
          'job-training': { da: 'Virksomhedspraktik', en: 'Job training' },
          education: { da: 'Uddannelse', en: 'Education' },
          guidance: { da: 'Vejledning', en: 'Guidance' },
          treatment: { da: 'Behandling', en: 'Treatment' },
        },
      ),
    ],
    unit: { da: 'personer', en: 'persons' },
    title: {
      da: 'Personer med bandetilknytning i aktivering',
      en: 'Persons around gangs in activation',
    },
    description: {
      da: 'Personer med et aktiveringsforløb mindst en dag i året; hver tæller én gang. Ikke: fejlregistreringer.',
      en: 'Persons with a course of activation on at least a day of the year; each counts once. Not: void courses.',
    },
  },
];
