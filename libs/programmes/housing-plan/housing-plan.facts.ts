import type { Episode } from '@sikkerby/case-kit';
import { byCode, byDistrict, unitFacts } from '@sikkerby/case-kit/facts';
import { yearSpan } from '@sikkerby/kernel';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { housingPlan, type HousingPlan, type Observation } from './housing-plan.js';

/** Copenhagen's residents on 1 January, by Danmarks Statistik (FOLK1A). */
const residentsOfTheCity: Readonly<Record<number, number>> = {
  2016: 591_481,
  2017: 602_481,
  2018: 613_288,
  2019: 623_404,
  2020: 632_340,
  2021: 638_117,
};

/** Days in force are a fact; so are an area's residents, of the days in force of the year. */
export const housingPlanFacts = factsProjection({
  programme: 'housing-plan',
  version: 2,
  units: [
    unitFacts(housingPlan, (unit) =>
      (unit.episodes ?? []).flatMap((episode) => [
        {
          kind: 'housing-plan.in-force',
          validFrom: episode.from,
          validTo: episode.to ?? null,
          district: unit.district,
        },
        ...unit.observations.flatMap((one) => covered(unit, episode, one)),
      ]),
    ),
  ],
});

function covered({ areas, district }: HousingPlan, { from, to }: Episode, one: Observation) {
  const year = yearSpan(one.year);
  const validFrom = from > year.from ? from : year.from;
  const validTo = to !== undefined && to < year.to ? to : year.to;
  if (validFrom > validTo || !areas.includes(one.area)) return [];
  return [
    {
      kind: 'housing-plan.area-covered',
      validFrom,
      validTo,
      district,
      codes: { area: one.area },
      quantity: one.residents,
    } as const,
  ];
}

export const housingPlanMeasures: MeasuresOf<typeof housingPlanFacts> = [
  {
    id: 'housing-plan.plans',
    version: 1,
    kind: 'housing-plan.in-force',
    distinct: 'unit',
    where: {},
    breakdowns: [byDistrict],
    unit: { da: 'helhedsplaner', en: 'housing plans' },
    title: { da: 'Boligsociale helhedsplaner i kraft', en: 'Social housing plans in force' },
    description: {
      da: 'Helhedsplaner, der var i kraft mindst en dag i året. Strategien skriver 14 uden årstal. Ikke: planer, der kun er registreret.',
      en: 'Housing plans in force on at least a day of the year. The strategy prints 14 without a year. Not: plans that are registered only.',
    },
  },
  {
    id: 'housing-plan.coverage',
    version: 1,
    kind: 'housing-plan.area-covered',
    distinct: 'area',
    sum: true,
    observed: true,
    outOf: residentsOfTheCity,
    precision: 'about',
    where: {},
    breakdowns: [byDistrict, byCode('area', { da: 'Område', en: 'Area' }, {})],
    unit: { da: 'beboere', en: 'residents' },
    title: {
      da: 'Københavnere i et område med en helhedsplan',
      en: 'Copenhageners in an area with a housing plan',
    },
    description: {
      da: 'Beboere den 1. januar i de områder, som mindst en helhedsplan i kraft i året dækker, og hvor stor en andel af byens beboere det er. Hvert område tæller én gang, også når flere planer dækker det. Strategien skriver omkring 9 % uden årstal.',
      en: 'Residents on 1 January of the areas covered by at least one housing plan in force in the year, and their share of the city’s residents. Each area counts once, also where several plans cover it. The strategy prints about 9 % without a year.',
    },
  },
];
