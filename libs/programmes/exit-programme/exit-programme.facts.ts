import {
  bandOf,
  byAgeBand,
  byEveryCode,
  byDistrict,
  byGender,
  unitFacts,
} from '@sikkerby/case-kit/facts';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { exitProgramme } from './exit-programme.js';

const ageBands = ['0-17', '18-20', '21-24', '25-29', '30'] as const;

/** Each episode in the programme is a fact of its days; enquiries and offers make none. */
export const exitProgrammeFacts = factsProjection({
  programme: 'exit-programme',
  version: 2,
  units: [
    unitFacts(exitProgramme, (unit) =>
      (unit.episodes ?? []).map(({ from, to }) => ({
        kind: 'exit-programme.enrolled',
        validFrom: from,
        validTo: to ?? null,
        person: unit.subject,
        district: unit.district,
        codes: {
          track: unit.track ?? 'unknown',
          resident: unit.resident ? 'true' : 'false',
          ageBand: bandOf(ageBands, unit.ageAtEnrolment ?? -1),
          gender: unit.gender,
        } as const,
      })),
    ),
  ],
});

export const exitProgrammeMeasures: MeasuresOf<typeof exitProgrammeFacts> = [
  {
    id: 'exit-programme.persons',
    version: 1,
    kind: 'exit-programme.enrolled',
    distinct: 'person',
    where: { resident: ['true'] },
    breakdowns: [
      byDistrict,
      byAgeBand(ageBands),
      byGender,
      byEveryCode(
        'track',
        { da: 'Spor', en: 'Track' },
        {
          'own-programme': { da: 'Kommunens eget exitprogram', en: 'The city’s own programme' },
          'framework-model': { da: 'Rammemodellen for Exit', en: 'The exit framework model' },
        },
      ),
    ],
    unit: { da: 'personer', en: 'persons' },
    title: { da: 'Københavnere i et exitprogram', en: 'Copenhageners in an exit programme' },
    description: {
      da: 'Københavnere, der var i et exitprogram mindst en dag i året, på et af sporene; hver tæller én gang, under sin sidste aktive dag i året. Ikke: henvendelser, tilbud og fejlregistreringer.',
      en: 'Copenhageners in an exit programme on at least a day of the year, on either track; each counts once, by their last active day in the year. Not: enquiries, offers and void enrolments.',
    },
    printed: { year: 2017, figure: 91 },
  },
];
