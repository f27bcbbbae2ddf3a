import { byDistrict, onDay, unitFacts } from '@sikkerby/case-kit/facts';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { activity } from './new-programme.js';

/** An activity that was completed is a fact of that day. */
export const newProgrammeFacts = factsProjection({
  programme: 'new-programme',
  version: 1,
  units: [
    unitFacts(activity, ({ completedOn, district, time }) =>
      completedOn
        ? [
            {
              kind: 'new-programme.activity-completed',
              ...onDay(completedOn),
              district,
              codes: { time },
            },
          ]
        : [],
    ),
  ],
});

export const newProgrammeMeasures: MeasuresOf<typeof newProgrammeFacts> = [
  {
    id: 'new-programme.activities-completed',
    version: 1,
    kind: 'new-programme.activity-completed',
    distinct: 'unit',
    where: {},
    breakdowns: [byDistrict],
    unit: { da: 'aktiviteter', en: 'activities' },
    title: { da: 'Gennemførte aktiviteter', en: 'Completed activities' },
    description: {
      da: 'Aktiviteter, der blev gennemført i året. Ikke: planlagte aktiviteter.',
      en: 'Activities that were completed in the year. Not: planned activities.',
    },
  },
];
