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
import type { Day } from '@sikkerby/kernel';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { feeGrant } from './fee-grant.js';
import { introductionsOf, leisureGuide, type Activity, type Course } from './leisure-guide.js';

const ageBands = ['0-9', '10-12', '13-14', '15-17'] as const;

/** Each introduction to a club is a fact of its day, by a guide or because the fee is paid. */
export const leisureGuideFacts = factsProjection({
  programme: 'leisure-guide',
  version: 2,
  units: [
    unitFacts(leisureGuide, (unit) =>
      introductionsOf(unit).map(({ activity, age, on: day }) =>
        introduction(unit, 'guide', { day, activity, age }),
      ),
    ),
    unitFacts(feeGrant, (unit) => {
      const { status, grantedOn: day, activity, ageAtGrant: age = -1, kroner = 0 } = unit;
      if (status !== 'granted' || !day) return [];
      const introduced = introduction(unit, 'fee-grant', { day, activity, age });
      return [introduced, { ...introduced, kind: 'leisure-guide.granted', quantity: kroner }];
    }),
  ],
});

function introduction(
  { subject, district, gender }: Pick<Course, 'subject' | 'district' | 'gender'>,
  way: 'guide' | 'fee-grant',
  { day, activity, age }: { readonly day: Day; readonly activity: Activity; readonly age: number },
) {
  return {
    kind: 'leisure-guide.introduced',
    ...onDay(day),
    person: subject,
    district,
    codes: { way, activity, ageBand: bandOf(ageBands, age), gender },
  } as const;
}

const activity = [
  'activity',
  { da: 'Aktivitet', en: 'Activity' },
  {
    football: { da: 'Fodbold', en: 'Football' },
    swimming: { da: 'Svømning', en: 'Swimming' },
    'martial-arts': { da: 'Kampsport', en: 'Martial arts' },
    dance: { da: 'Dans', en: 'Dance' },
    music: { da: 'Musik', en: 'Music' },
    scouts: { da: 'Spejder', en: 'Scouts' },
  },
] as const;
const granted = {
  version: 1,
  kind: 'leisure-guide.granted',
  distinct: 'unit',
  where: {},
  breakdowns: [byDistrict, byAgeBand(ageBands), byGender, byCode(...activity)],
} as const;

export const leisureGuideMeasures: MeasuresOf<typeof leisureGuideFacts> = [
  {
    id: 'leisure-guide.children',
    version: 1,
    kind: 'leisure-guide.introduced',
    distinct: 'person',
    where: {},
    breakdowns: [
      byDistrict,
      byAgeBand(ageBands),
      byGender,
      byEveryCode(...activity),
      byEveryCode(
        'way',
        { da: 'Vej', en: 'Way' },
        {
          guide: { da: 'FritidsGuide', en: 'Leisure guide' },
          'fee-grant': { da: 'Kontingentstøtte', en: 'Fee grant' },
        },
      ),
    ],
    unit: { da: 'børn', en: 'children' },
    title: { da: 'Børn introduceret til foreningslivet', en: 'Children introduced to clubs' },
    description: {
      da: 'Børn, der i året blev fulgt til en forening af en FritidsGuide eller fik kontingentstøtte; hvert tæller én gang. Ikke: forløb uden en forening, og ansøgninger.',
      en: 'Children whom a leisure guide took to a club in the year, or whose fee was granted; each counts once. Not: courses without a club, and applications.',
    },
  },
  {
    ...granted,
    id: 'leisure-guide.grants',
    unit: { da: 'tilskud', en: 'grants' },
    title: { da: 'Kontingentstøtte givet', en: 'Fee grants given' },
    description: {
      da: 'Tilskud til kontingent, der blev givet i året. Ikke: ansøgninger og afslag.',
      en: 'Fee grants given in the year. Not: applications and refusals.',
    },
  },
  {
    ...granted,
    id: 'leisure-guide.kroner-granted',
    sum: true,
    unit: { da: 'kroner', en: 'kroner' },
    title: { da: 'Kontingentstøtte i kroner', en: 'Fee grants in kroner' },
    description: {
      da: 'Summen af de tilskud til kontingent, der blev givet i året.',
      en: 'The sum of the fee grants given in the year.',
    },
  },
];
