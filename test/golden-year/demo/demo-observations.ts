import { surveyDistricts } from '../../../libs/strategy/goals/series.js';

/** Invented figures, which say so by their source: nobody observed them. */
const invented = { precision: 'exact', source: 'demonstration' } as const;

const series = [
  ['unsafe-in-neighbourhood', 'city', 'per-cent', { 2018: '8' }],
  ['reported-crime', 'city', 'per-1000-inhabitants', { 2017: '80.4', 2018: '78.1' }],
  ['charged-15-to-17', 'city', 'per-cent', { 2017: '3.3', 2018: '3.05' }],
  ['charged-15-to-17', 'other-large-cities', 'per-cent', { 2017: '2.2', 2018: '2.15' }],
  ['charged-18-to-25-serious', 'city', 'per-cent', { 2017: '1.02', 2018: '1.03' }],
  ['charged-18-to-25-serious', 'other-large-cities', 'per-cent', { 2017: '0.96', 2018: '0.95' }],
  ['registered-gang-members', 'police-district', 'persons', { '2018-Q1': '276' }],
] as const;

/** Unsafe in per cent, in the order of the districts' codes: four are over ten. */
const unsafe = [7, 6, 12.5, 14, 9, 10, 11, 5, 8, 7.5, 6, 10.5, 9.5];

/** What the goals of the demonstration go by, besides what the strategy prints. */
export const demoObservations = [
  ...series.flatMap(([code, geography, unit, values]) =>
    Object.entries(values).map(([period, value]) => ({
      ...{ series: code, geography, unit, period, value, ...invented },
      ...published(Number(period.slice(0, 4))),
    })),
  ),
  ...surveyDistricts.map((district, at) => ({
    ...{ series: 'unsafe-in-neighbourhood', geography: 'survey-district', district },
    ...{ unit: 'per-cent', period: '2018', value: String(unsafe[at] ?? 5), ...invented },
    ...published(2018),
  })),
];

function published(year: number) {
  const publishedOn = `${String(year + 1)}-02-01`;
  return { publishedOn, occurredOn: publishedOn };
}
