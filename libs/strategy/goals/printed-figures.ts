import { day } from '@sikkerby/kernel';
import type { ObservationRecorded } from './goal-observation.js';

type Printed = ObservationRecorded['data'];

/** The strategy's first day: what it prints was known then. */
export const printedOn = day('2018-01-01');

const exact = { precision: 'exact' } as const;
const about = { precision: 'about', source: 'strategy' } as const;
const unsafe: Omit<Printed, 'period' | 'value'> = {
  ...{ series: 'unsafe-in-neighbourhood', geography: 'city', unit: 'per-cent' },
  ...{ source: 'tryghedsundersoegelsen', ...exact },
};
const young = { series: 'charged-15-to-17', unit: 'per-cent', period: '2016' } as const;
const older = { series: 'charged-18-to-25-serious', unit: 'per-cent', period: '2016' } as const;
const statistik = { source: 'danmarks-statistik', ...exact, printedOnPage: 4 } as const;
const gangs = { geography: 'city', period: '2017', printedOnPage: 9 } as const;

/**
 * Every figure of the goals and beside them that the strategy prints, with its page: the cover is
 * the first. It prints no day of publication.
 */
export const printedFigures: readonly Printed[] = [
  { ...unsafe, period: '2009', value: '11', printedOnPage: 2 },
  { ...unsafe, period: '2015', value: '6', printedOnPage: 2 },
  { ...unsafe, period: '2017', value: '9', printedOnPage: 4 },
  {
    ...{ series: 'reported-crime', geography: 'city', period: '2016', value: '82.7' },
    ...{ unit: 'per-1000-inhabitants', source: 'rigspolitiet', ...exact, printedOnPage: 4 },
  },
  { ...young, ...statistik, geography: 'city', value: '3.5' },
  { ...young, ...statistik, geography: 'other-large-cities', value: '2.25' },
  { ...older, ...statistik, geography: 'city', value: '1.05' },
  { ...older, ...statistik, geography: 'other-large-cities', value: '0.97' },
  {
    ...{ series: 'registered-gang-members', geography: 'police-district', period: '2017-Q1' },
    ...{ value: '290', unit: 'persons', source: 'koebenhavns-politi', ...exact, printedOnPage: 4 },
  },
  {
    ...{ series: 'districts-with-over-10-per-cent-unsafe', geography: 'city', period: '2017' },
    ...{ value: '5', unit: 'districts', source: 'tryghedsundersoegelsen', ...exact },
    printedOnPage: 4,
  },
  {
    ...{ series: 'released-from-prison', geography: 'city', period: '2015', value: '898' },
    ...{ unit: 'persons', source: 'strategy', ...exact, printedOnPage: 9 },
  },
  // "hver tredje"
  {
    ...{ series: 'imprisoned-again-within-two-years', geography: 'city', period: '2015' },
    ...{ ...about, value: '33', unit: 'per-cent', printedOnPage: 9 },
  },
  // "Omkring en fjerdedel", "omkring 25 år": without a year, in a text about 2016 and 2017.
  {
    ...{ ...gangs, ...about, series: 'share-of-registered-gang-members' },
    ...{ value: '25', unit: 'per-cent', source: 'koebenhavns-politi' },
  },
  { ...gangs, ...about, series: 'average-age-of-gang-members', value: '25', unit: 'years' },
];
