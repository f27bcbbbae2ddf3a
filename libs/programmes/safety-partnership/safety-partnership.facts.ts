import { byCode, byDistrict, onDay, unitFacts } from '@sikkerby/case-kit/facts';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { partnershipActivity } from './activity.js';
import { safetyPartnership } from './safety-partnership.js';

/** Each episode of a partnership is a fact of its days, an activity of the day it was held. */
export const safetyPartnershipFacts = factsProjection({
  programme: 'safety-partnership',
  version: 2,
  units: [
    unitFacts(safetyPartnership, ({ episodes, kind, area, district }) =>
      episodes.map(({ from, to }) => ({
        kind: 'safety-partnership.active',
        validFrom: from,
        validTo: to ?? null,
        district,
        codes: { kind, area },
      })),
    ),
    unitFacts(partnershipActivity, ({ status, heldOn, kind, area, district }) =>
      status === 'held' && heldOn
        ? [
            {
              kind: 'safety-partnership.activity-held',
              ...onDay(heldOn),
              district,
              codes: { kind, area },
            },
          ]
        : [],
    ),
  ],
});

export const safetyPartnershipMeasures: MeasuresOf<typeof safetyPartnershipFacts> = [
  {
    id: 'safety-partnership.areas',
    version: 1,
    kind: 'safety-partnership.active',
    distinct: 'area',
    where: { kind: ['local-area'] },
    breakdowns: [byDistrict],
    unit: { da: 'lokalområder', en: 'local areas' },
    title: {
      da: 'Lokalområder med et tryghedspartnerskab',
      en: 'Local areas with a safety partnership',
    },
    description: {
      da: 'Lokalområder med et tryghedspartnerskab mindst en dag i året; hvert område tæller én gang. Ikke: partnerskaber mellem kommune og politi, som det på Nørrebro.',
      en: 'Local areas with a safety partnership on at least a day of the year; each area counts once. Not: partnerships of city and police, such as the one in Nørrebro.',
    },
    printed: { year: 2018, figure: 5 },
  },
  {
    id: 'safety-partnership.activities',
    version: 1,
    kind: 'safety-partnership.activity-held',
    distinct: 'unit',
    where: {},
    breakdowns: [
      byDistrict,
      byCode(
        'kind',
        { da: 'Art', en: 'Kind' },
        {
          'safety-walk': { da: 'Tryghedsvandringer', en: 'Safety walks' },
          'residents-meeting': { da: 'Beboermøder', en: 'Residents’ meetings' },
          'youth-event': { da: 'Aktiviteter for unge', en: 'Youth events' },
          'clean-up': { da: 'Oprydninger', en: 'Clean-ups' },
        },
      ),
      byCode('area', { da: 'Område', en: 'Area' }, {}),
    ],
    unit: { da: 'aktiviteter', en: 'activities' },
    title: { da: 'Aktiviteter i tryghedspartnerskaberne', en: 'Activities of safety partnerships' },
    description: {
      da: 'Aktiviteter, der blev holdt i året. Ikke: planlagte og aflyste.',
      en: 'Activities held in the year. Not: those planned only, or cancelled.',
    },
  },
];
