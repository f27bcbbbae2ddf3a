/** What of a measure may leave the house, and how it may be split. */
export interface PublishedSeries {
  readonly measure: string;
  /** Whether it counts persons, or cases and enquiries about them; places and areas are exempt. */
  readonly persons: boolean;
  /** Each table by these breakdowns at once, with all its totals; `[]` is the total alone. */
  readonly tables: readonly (readonly string[])[];
  /** A breakdown that nobody may learn of a whole group by. */
  readonly sensitive?: string;
}

/** Of fewer persons than this in a year only the total is published. */
export const fewest = 30;

const total: PublishedSeries['tables'] = [[]];
const byDistrict: PublishedSeries['tables'] = [['district']];
const byPerson: PublishedSeries['tables'] = [
  ['district', 'ageBand'],
  ['district', 'gender'],
  ['ageBand', 'gender'],
];

/**
 * Everything that is published; what is not here does not leave the house. A change is reviewed like
 * a change of the law: a table that is added is attacked together with all that were ever published.
 * Nothing is totalled over several years, and closed programmes are told by their totals.
 */
export const publishedSeries: readonly PublishedSeries[] = [
  {
    measure: 'youth-concern.cases-handled',
    persons: true,
    tables: [...byPerson, ['district', 'level']],
    sensitive: 'level',
  },
  { measure: 'youth-concern.cases-opened', persons: true, tables: total },
  { measure: 'youth-concern.persons', persons: true, tables: total },
  { measure: 'activation.persons', persons: true, tables: total },
  { measure: 'centre-18-plus.persons', persons: true, tables: byPerson },
  { measure: 'exit-programme.persons', persons: true, tables: total },
  { measure: 'financial-review.persons', persons: true, tables: total },
  { measure: 'infohus.enquiries-handled', persons: true, tables: total },
  { measure: 'infohus.enquiries-received', persons: true, tables: total },
  { measure: 'infohus.persons-given-intervention', persons: true, tables: total },
  { measure: 'leisure-guide.children', persons: true, tables: total },
  { measure: 'leisure-guide.grants', persons: true, tables: total },
  { measure: 'leisure-job.persons', persons: true, tables: byPerson },
  { measure: 'leisure-job.matches', persons: true, tables: total },
  { measure: 'acute-plan.plans-activated', persons: false, tables: byDistrict },
  { measure: 'dialogue.attendances', persons: false, tables: total },
  { measure: 'dialogue.pupils', persons: false, tables: total },
  { measure: 'feriecamp.areas', persons: false, tables: byDistrict },
  { measure: 'gathering-ban.issued', persons: false, tables: total },
  { measure: 'housing-plan.plans', persons: false, tables: byDistrict },
  { measure: 'safety-lift.places', persons: false, tables: byDistrict },
  { measure: 'safety-partnership.areas', persons: false, tables: byDistrict },
  { measure: 'safety-partnership.activities', persons: false, tables: byDistrict },
  { measure: 'street-outreach.workers', persons: false, tables: total },
  { measure: 'youth-club.extended', persons: false, tables: byDistrict },
];

/** Every other measure: decided as well, it is for the house only. */
export const notPublished: readonly string[] = [
  'centre-18-plus.anonymous-visits',
  'dialogue.training-attendances',
  'feriecamp.camps',
  'gathering-ban.in-force',
  'housing-plan.coverage',
  'leisure-guide.kroner-granted',
  'safety-lift.safe-spaces',
  'street-outreach.contacts',
  'street-outreach.bridges',
  'youth-club.free',
  'youth-club.share',
  'funded-effort.due',
  'funded-effort.followed-up',
];

/** Whether rows of it may leave as a sample: what is told by its total only has none to give. */
export function mayBeSampled(measure: string): boolean {
  return publishedSeries.some(
    (series) => series.measure === measure && series.persons && series.tables.flat().length > 0,
  );
}
