import { byDistrict, onDay, unitFacts } from '@sikkerby/case-kit/facts';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { safetyLift } from './safety-lift.js';

/** A lift that was completed is a fact of that day. */
export const safetyLiftFacts = factsProjection({
  programme: 'safety-lift',
  version: 2,
  units: [
    unitFacts(safetyLift, ({ status, kind, place, district, measures, completedOn }) =>
      status === 'completed' && completedOn
        ? [
            {
              kind: 'safety-lift.lift-completed',
              ...onDay(completedOn),
              district,
              codes: { kind, place, measure: measures },
            },
          ]
        : [],
    ),
  ],
});

const completed = {
  version: 1,
  kind: 'safety-lift.lift-completed',
  distinct: 'place',
  breakdowns: [byDistrict],
} as const;

export const safetyLiftMeasures: MeasuresOf<typeof safetyLiftFacts> = [
  {
    ...completed,
    id: 'safety-lift.places',
    where: { kind: ['lift'] },
    unit: { da: 'steder', en: 'places' },
    title: { da: 'Steder med et tryghedsløft', en: 'Places with a safety lift' },
    description: {
      da: 'Steder, hvor et tryghedsløft blev gennemført i året; hvert sted tæller én gang. Ikke: forslag, annullerede løft og større trygge byrum.',
      en: 'Places where a safety lift was completed in the year; each counts once. Not: proposals, annulled lifts and the larger safe-space projects.',
    },
    printed: { year: 2017, figure: 54 },
  },
  {
    ...completed,
    id: 'safety-lift.safe-spaces',
    where: { kind: ['safe-space-project'] },
    unit: { da: 'steder', en: 'places' },
    title: { da: 'Trygge byrum gennemført', en: 'Safe-space projects completed' },
    description: {
      da: 'Større projekter om trygge byrum, gennemført i året.',
      en: 'Larger safe-space projects completed in the year.',
    },
  },
];
