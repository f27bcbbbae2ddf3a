import { clubsOf, type Dossier } from './plain-dossiers.js';
import {
  aboutPersons,
  adult,
  band,
  during,
  on,
  ofPersons,
  sorts,
  unit,
  type PlainMeasure,
} from './plain-spans.js';

const introductions = sorts(...['leisure-guide.course-begun', 'leisure-guide.grant-applied-for'])((
  dossier,
) => {
  const { told, sort } = dossier;
  const alike = { district: told.district, gender: told.gender };
  const child = (age: unknown) => band(age, 0, 10, 13, 15, 18);
  if (sort === 'leisure-guide.course-begun') {
    return clubsOf(dossier).flatMap(({ on: day, activity, age }) =>
      on(day, { ...alike, activity, way: 'guide', ageBand: child(age) }),
    );
  }
  const codes = { ...alike, activity: told.activity, way: 'fee-grant' };
  return on(told.grantedOn, { ...codes, ageBand: child(told.ageAtGrant) }, Number(told.kroner));
});
const grants: PlainMeasure = {
  of: (dossier: Dossier, year: number) =>
    dossier.sort === 'leisure-guide.grant-applied-for' ? introductions(dossier, year) : [],
  ...{ distinct: unit, splits: { ...aboutPersons, activity: 'last' } },
};

const matches = sorts('leisure-job.seeker-recorded')(({ told }) =>
  told.annulled === true
    ? []
    : on(told.matchedOn, {
        ...{ district: told.districtAtMatch, gender: told.gender, trade: told.trade },
        ageBand: matchBand(told.ageAtMatch),
      }),
);
const matchBand = (age: unknown) => (Number(age) > 25 ? 'other' : band(age, 13, 15, 18, 26));

/** Measures about persons, and about what is given to them. */
export const plainPersonMeasures: Readonly<Record<string, PlainMeasure>> = {
  'activation.persons': {
    of: during('activation.course-begun', (told) => ({
      ...{ district: told.district, gender: told.gender, course: told.kind },
      ...{ ageBand: adult(told.age), weeklyHours: hours(Number(told.weeklyHours)) },
    })),
    ...{ ...ofPersons, splits: { ...aboutPersons, weeklyHours: 'last', course: 'every' } },
  },
  'centre-18-plus.persons': {
    of: sorts('centre-18-plus.visit-recorded')(({ told, visits }) =>
      visits
        .filter(({ isVoid, age, resident }) => !isVoid && resident && age >= 18 && age <= 25)
        .flatMap((visit) =>
          on(visit.on, {
            ...{ district: homeOf(told.centre), gender: told.gender, centre: told.centre },
            ageBand: band(visit.age, 18, 20, 22, 24, 26),
          }),
        ),
    ),
    ...{ ...ofPersons, splits: { ...aboutPersons, centre: 'every' } },
  },
  'exit-programme.persons': {
    of: (dossier, year) =>
      dossier.told.resident === true
        ? during('exit-programme.enquiry-recorded', (told) => ({
            ...{ district: told.district, gender: told.gender, track: told.track },
            ageBand: adult(told.ageAtEnrolment),
          }))(dossier, year)
        : [],
    ...{ ...ofPersons, splits: { ...aboutPersons, track: 'every' } },
  },
  'financial-review.persons': {
    of: sorts('financial-review.review-nominated')(({ told }) =>
      on(told.completedOn, {
        ...{ district: told.district, gender: told.gender, outcome: told.outcome },
        ageBand: band(told.ageAtNomination, 0, 18, 21, 25, 30, 40),
      }),
    ),
    ...{ ...ofPersons, splits: { ...aboutPersons, outcome: 'every' } },
  },
  'infohus.persons-given-intervention': {
    of: during('infohus.intervention-proposed', (told) => ({
      ...{ district: told.district, gender: told.gender, intervention: told.kind },
      ...{ party: told.party, ageBand: adult(told.ageAtStart) },
    })),
    ...{ ...ofPersons, splits: { ...aboutPersons, intervention: 'every', party: 'every' } },
  },
  'leisure-guide.children': {
    ...{ ...ofPersons, of: introductions },
    splits: { ...aboutPersons, activity: 'every', way: 'every' },
  },
  'leisure-guide.grants': grants,
  'leisure-guide.kroner-granted': { ...grants, isSum: true },
  'leisure-job.persons': { ...ofPersons, of: matches, splits: { ...aboutPersons, trade: 'every' } },
  'leisure-job.matches': {
    distinct: unit,
    of: matches,
    splits: { ...aboutPersons, trade: 'last' },
  },
};

function hours(weekly: number): string {
  if (weekly < 20) return '1-19';
  return weekly < 37 ? '20-36' : '37';
}

export function homeOf(centre: unknown): string {
  if (centre === 'centre-valby') return 'valby';
  return centre === 'centre-amager' ? 'amager-vest' : 'noerrebro';
}
