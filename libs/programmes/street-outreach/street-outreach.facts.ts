import { byCode, byDistrict, byEveryCode, onDay, unitFacts } from '@sikkerby/case-kit/facts';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { outreachShift } from './shift.js';

const programme = 'street-outreach';

/** A shift is a fact of its day, of as many contacts, and of as many bridges; an assignment is none. */
export const streetOutreachFacts = factsProjection({
  programme,
  version: 2,
  units: [
    unitFacts(outreachShift, (unit) => {
      const { beganOn, district, employee, employer, time, contacts } = unit;
      const alike = { ...onDay(beganOn), district, codes: { employee, employer, time } };
      const bridges = unit.toClub + unit.toAssociation + unit.toLeisureJob;
      return [
        { kind: 'street-outreach.shift', ...alike, quantity: contacts },
        { kind: 'street-outreach.bridges', ...alike, quantity: bridges },
      ];
    }),
  ],
});

const time = [
  'time',
  { da: 'Tidspunkt', en: 'Time of day' },
  {
    day: { da: 'Dag', en: 'Day' },
    evening: { da: 'Aften', en: 'Evening' },
    night: { da: 'Nat', en: 'Night' },
  },
] as const;
const summed = {
  version: 1,
  distinct: 'unit',
  sum: true,
  where: {},
  breakdowns: [byDistrict, byCode(...time)],
} as const;

export const streetOutreachMeasures: MeasuresOf<typeof streetOutreachFacts> = [
  {
    id: 'street-outreach.workers',
    version: 1,
    kind: 'street-outreach.shift',
    distinct: 'employee',
    where: { employer: ['municipal'] },
    breakdowns: [byDistrict, byEveryCode(...time)],
    unit: { da: 'medarbejdere', en: 'employees' },
    title: {
      da: 'Kommunale medarbejdere i opsøgende gadeplansarbejde',
      en: 'Municipal employees doing outreach on the street',
    },
    description: {
      da: 'Kommunale medarbejdere med mindst en vagt i året; hver tæller én gang, under sin sidste vagt i året. Ikke: partneres medarbejdere, og de tilknyttede uden en vagt.',
      en: 'Municipal employees with at least one shift in the year; each counts once, by their last shift in the year. Not: partners’ staff, and those assigned without a shift.',
    },
    printed: { year: 2017, figure: 66 },
  },
  {
    ...summed,
    id: 'street-outreach.contacts',
    kind: 'street-outreach.shift',
    unit: { da: 'kontakter', en: 'contacts' },
    title: { da: 'Kontakter med unge på gaden', en: 'Contacts with young people on the street' },
    description: {
      da: 'Kontakter på årets vagter, også partneres. Den samme unge kan være talt flere gange.',
      en: 'Contacts on the shifts of the year, those of partners too. One young person may be counted several times.',
    },
  },
  {
    ...summed,
    id: 'street-outreach.bridges',
    kind: 'street-outreach.bridges',
    unit: { da: 'brobygninger', en: 'bridges' },
    title: {
      da: 'Brobygninger til klub, forening og fritidsjob',
      en: 'Bridges to a club, an association or a leisure job',
    },
    description: {
      da: 'Hvor mange gange en ung på årets vagter blev hjulpet videre til klub, forening eller fritidsjob.',
      en: 'How many times on the shifts of the year a young person was helped on to a club, an association or a leisure job.',
    },
  },
];
