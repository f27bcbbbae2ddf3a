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
import { centreCodes, centres } from '@sikkerby/reference';
import { namesOf, type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { visitRegister } from './centre-18-plus.js';
import { headCount } from './head-count.js';

const counted = ['18-19', '20-21', '22-23', '24-25'] as const;
const ageBands = ['0-17', ...counted, '26'] as const;

/** Each visit of a registered person is a fact of its day, and so is each head-count. */
export const centre18PlusFacts = factsProjection({
  programme: 'centre-18-plus',
  version: 2,
  units: [
    unitFacts(visitRegister, ({ subject, centre, district, gender, visits }) =>
      visits
        .filter(({ isVoid }) => !isVoid)
        .map(({ on, age, resident }) => ({
          kind: 'centre-18-plus.visit',
          ...onDay(on),
          person: subject,
          district,
          codes: {
            centre,
            gender,
            resident: resident ? 'true' : 'false',
            ageBand: bandOf(ageBands, age),
          } as const,
        })),
    ),
    unitFacts(headCount, ({ beganOn, centre, district, visitors }) => [
      {
        kind: 'centre-18-plus.head-count',
        ...onDay(beganOn),
        district,
        codes: { centre },
        quantity: visitors,
      },
    ]),
  ],
});

const centreTitle = { da: 'Center', en: 'Centre' };
const centreNames = namesOf(centreCodes, (code) => ({
  da: centres[code].name,
  en: centres[code].name,
}));

export const centre18PlusMeasures: MeasuresOf<typeof centre18PlusFacts> = [
  {
    id: 'centre-18-plus.persons',
    version: 1,
    kind: 'centre-18-plus.visit',
    distinct: 'person',
    where: { ageBand: counted, resident: ['true'] },
    breakdowns: [
      byDistrict,
      byAgeBand(counted),
      byGender,
      byEveryCode('centre', centreTitle, centreNames),
    ],
    unit: { da: 'personer', en: 'persons' },
    title: {
      da: 'Københavnere på 18-25 år, der brugte et 18+ center',
      en: 'Copenhageners aged 18-25 who used an 18+ centre',
    },
    description: {
      da: 'Personer, der i året besøgte et af centrene og den dag var 18-25 år og boede i København; hver tæller én gang på tværs af centre, i det senest besøgte centers bydel. Ikke: anonyme besøg.',
      en: 'Persons who visited one of the centres in the year and were 18-25 and lived in Copenhagen on that day; each counts once across centres, in the district of the centre visited last. Not: anonymous visits.',
    },
    printed: { year: 2017, figure: 496 },
  },
  {
    id: 'centre-18-plus.anonymous-visits',
    version: 1,
    kind: 'centre-18-plus.head-count',
    distinct: 'unit',
    sum: true,
    where: {},
    breakdowns: [byDistrict, byCode('centre', centreTitle, centreNames)],
    unit: { da: 'besøg', en: 'visits' },
    title: { da: 'Anonyme besøg på 18+ centrene', en: 'Anonymous visits to the 18+ centres' },
    description: {
      da: 'Talte besøg i året af personer, der ikke er registreret. Det er besøg og ikke personer.',
      en: 'Counted visits in the year of people who are not registered. They are visits and not persons.',
    },
  },
];
