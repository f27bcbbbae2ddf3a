import { type MeasureOf, type MeasuresOf } from '@sikkerby/statistics/facts';
import { bandsUnder18 } from './age-bands.js';
import { breakdowns, levelCodes } from './youth-concern.breakdowns.js';
import type { youthConcernFacts } from './youth-concern.facts.js';

const handled = {
  version: 1,
  kind: 'youth-concern.case-active',
  where: { track: ['ssp'], ageBand: bandsUnder18, level: levelCodes },
  breakdowns,
} as const satisfies Partial<MeasureOf<typeof youthConcernFacts>>;

/** The yearly figures of SSP. */
export const youthConcernMeasures: MeasuresOf<typeof youthConcernFacts> = [
  {
    ...handled,
    id: 'youth-concern.cases-handled',
    distinct: 'unit',
    unit: { da: 'sager', en: 'cases' },
    title: { da: 'Sager behandlet af SSP', en: 'Cases handled by SSP' },
    description: {
      da: 'Sager, der var aktive mindst en dag i året, på niveau 1-4, om unge under 18 ved åbningen. Ikke: henvendelser uden sag, rådgivning alene, fejlregistreringer, dubletter og SSP+. Fordelt efter den sidste aktive dag i året.',
      en: 'Cases active on at least a day of the year, at levels 1-4, about somebody under 18 when the case opened. Not: reports without a case, advice only, void cases, duplicates and SSP+. Split by the last active day in the year.',
    },
    printed: { year: 2017, figure: 1154 },
  },
  {
    version: 1,
    id: 'youth-concern.cases-opened',
    kind: 'youth-concern.case-opened',
    distinct: 'unit',
    where: {},
    breakdowns,
    unit: { da: 'sager', en: 'cases' },
    title: { da: 'SSP-sager åbnet', en: 'SSP cases opened' },
    description: {
      da: 'Sager åbnet i året, også på sporet SSP+. Ikke: genåbninger, fejlregistreringer og dubletter. Fordelt efter den sidste aktive dag i året.',
      en: 'Cases opened in the year, also on the track SSP+. Not: reopenings, void cases and duplicates. Split by the last active day in the year.',
    },
  },
  {
    ...handled,
    id: 'youth-concern.persons',
    distinct: 'person',
    unit: { da: 'personer', en: 'persons' },
    title: {
      da: 'Unge med en sag behandlet af SSP',
      en: 'Young people with a case handled by SSP',
    },
    description: {
      da: 'Personer med mindst en behandlet sag i året; hver tæller en gang. Fordelt efter den sidste aktive dag i året i nogen af deres sager.',
      en: 'Persons with at least one handled case in the year; each counts once. Split by the last active day in the year in any of their cases.',
    },
  },
];
