import { byCode, byDistrict, onDay, unitFacts } from '@sikkerby/case-kit/facts';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { acutePlan } from './acute-plan.js';

/** The activation is a fact of its day; a reopening is no second one. */
export const acutePlanFacts = factsProjection({
  programme: 'acute-plan',
  version: 2,
  units: [
    unitFacts(acutePlan, ({ episodes: [{ from }], kind, trigger, district }) => [
      { kind: 'acute-plan.activated', ...onDay(from), district, codes: { kind, trigger } },
    ]),
  ],
});

export const acutePlanMeasures: MeasuresOf<typeof acutePlanFacts> = [
  {
    id: 'acute-plan.plans-activated',
    version: 1,
    kind: 'acute-plan.activated',
    distinct: 'unit',
    where: { kind: ['acute'] },
    breakdowns: [
      byDistrict,
      byCode(
        'trigger',
        { da: 'Anledning', en: 'Trigger' },
        {
          shooting: { da: 'Skyderi', en: 'Shooting' },
          stabbing: { da: 'Knivstikkeri', en: 'Stabbing' },
          arson: { da: 'Ildspåsættelse', en: 'Arson' },
          'group-conflict': { da: 'Konflikt mellem grupper', en: 'Conflict of groups' },
          unrest: { da: 'Uro', en: 'Unrest' },
        },
      ),
    ],
    unit: { da: 'akuthandleplaner', en: 'acute plans' },
    title: { da: 'Akuthandleplaner aktiveret', en: 'Acute plans activated' },
    description: {
      da: 'Akuthandleplaner, der blev aktiveret i året; en plan, der genåbnes, tæller ikke igen. Ikke: beredskabsplaner.',
      en: 'Acute plans activated in the year; a plan that is reopened does not count again. Not: plans of preparedness.',
    },
  },
];
