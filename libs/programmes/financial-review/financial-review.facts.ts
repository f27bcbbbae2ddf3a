import {
  bandOf,
  byAgeBand,
  byDistrict,
  byEveryCode,
  byGender,
  onDay,
  unitFacts,
} from '@sikkerby/case-kit/facts';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { financialReview } from './financial-review.js';

const ageBands = ['0-17', '18-20', '21-24', '25-29', '30-39', '40'] as const;

/** A review that was completed is a fact of that day. */
export const financialReviewFacts = factsProjection({
  programme: 'financial-review',
  version: 2,
  units: [
    unitFacts(financialReview, (unit) =>
      unit.status === 'completed' && unit.completedOn && unit.outcome
        ? [
            {
              kind: 'financial-review.completed',
              ...onDay(unit.completedOn),
              person: unit.subject,
              district: unit.district,
              codes: {
                outcome: unit.outcome,
                ageBand: bandOf(ageBands, unit.ageAtNomination),
                gender: unit.gender,
              },
            },
          ]
        : [],
    ),
  ],
});

export const financialReviewMeasures: MeasuresOf<typeof financialReviewFacts> = [
  {
    id: 'financial-review.persons',
    version: 1,
    kind: 'financial-review.completed',
    distinct: 'person',
    where: {},
    breakdowns: [
      byDistrict,
      byAgeBand(ageBands),
      byGender,
      byEveryCode(
        'outcome',
        { da: 'Udfald', en: 'Outcome' },
        {
          'no-finding': { da: 'Intet fundet', en: 'No finding' },
          'benefit-stopped': { da: 'Ydelse standset', en: 'Benefit stopped' },
          repayment: { da: 'Tilbagebetaling', en: 'Repayment' },
          reported: { da: 'Politianmeldt', en: 'Reported to the police' },
          'tax-case': { da: 'Skattesag', en: 'Tax case' },
        },
      ),
    ],
    unit: { da: 'personer', en: 'persons' },
    title: {
      da: 'Personer gennemgået i Al Capone-samarbejdet',
      en: 'Persons reviewed in the Al Capone cooperation',
    },
    description: {
      da: 'Personer med mindst en afsluttet gennemgang i året; hver tæller én gang. Ikke: indstillede, påbegyndte og opgivne gennemgange.',
      en: 'Persons with at least one review completed in the year; each counts once. Not: reviews that are nominated, started or cancelled.',
    },
    printed: { year: 2017, figure: 117 },
  },
];
