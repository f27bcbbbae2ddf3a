import { keysOf } from '@sikkerby/kernel';
import { seeds } from '@sikkerby/reference';
import type { Words } from '@sikkerby/statistics';

/** What a figure is about: the city, those it is compared with, the police district, one district. */
export const geographies = {
  city: { da: 'København', en: 'Copenhagen' },
  'other-large-cities': {
    da: 'Aarhus, Odense, Aalborg og Esbjerg',
    en: 'Aarhus, Odense, Aalborg and Esbjerg',
  },
  'police-district': { da: 'Københavns Politikreds', en: 'Copenhagen Police District' },
  'survey-district': { da: 'En bydel i Tryghedsundersøgelsen', en: 'A district of the survey' },
} as const satisfies Record<string, Words>;
export type Geography = keyof typeof geographies;

export const units = {
  'per-cent': { da: 'procent', en: 'per cent' },
  'per-1000-inhabitants': { da: 'pr. 1000 indbyggere', en: 'per 1000 inhabitants' },
  persons: { da: 'personer', en: 'persons' },
  districts: { da: 'bydele', en: 'districts' },
  years: { da: 'år', en: 'years' },
} as const satisfies Record<string, Words>;
export type FigureUnit = keyof typeof units;

export const sources = {
  tryghedsundersoegelsen: { da: 'Tryghedsundersøgelsen', en: 'The safety survey' },
  rigspolitiet: { da: 'Rigspolitiet', en: 'The National Police' },
  'danmarks-statistik': { da: 'Danmarks Statistik', en: 'Statistics Denmark' },
  'koebenhavns-politi': { da: 'Københavns Politi', en: 'Copenhagen Police' },
  strategy: { da: 'Sikker By-strategien', en: 'The Sikker By strategy' },
  demonstration: { da: 'Opdigtet til demonstrationen', en: 'Invented for the demonstration' },
} as const satisfies Record<string, Words>;
export type FigureSource = keyof typeof sources;

/** `about`: such as "every third", and never reckoned on as exact (R15). */
export const precisions = ['exact', 'about'] as const;
export type Precision = (typeof precisions)[number];

/** What is observed over the years. */
export interface Series {
  readonly title: Words;
  readonly unit: FigureUnit;
  /** Decimals at most. */
  readonly places: number;
  readonly geographies: readonly Geography[];
}

/** Everything that is observed: what the goals go by, and context that none goes by. */
export const series = {
  'unsafe-in-neighbourhood': {
    title: { da: 'Utrygge i deres nabolag', en: 'Unsafe in their neighbourhood' },
    ...{ unit: 'per-cent', places: 1, geographies: ['city', 'survey-district'] },
  },
  'reported-crime': {
    title: {
      da: 'Anmeldelser af borgervendt kriminalitet',
      en: 'Reports of citizen-facing crime',
    },
    ...{ unit: 'per-1000-inhabitants', places: 1, geographies: ['city'] },
  },
  'charged-15-to-17': {
    title: {
      da: '15-17-årige sigtet for overtrædelse af straffeloven',
      en: '15-17-year-olds charged under the criminal code',
    },
    ...{ unit: 'per-cent', places: 2, geographies: ['city', 'other-large-cities'] },
  },
  'charged-18-to-25-serious': {
    title: {
      da: '18-25-årige sigtet for alvorlig eller personfarlig kriminalitet',
      en: '18-25-year-olds charged with serious or dangerous crime',
    },
    ...{ unit: 'per-cent', places: 2, geographies: ['city', 'other-large-cities'] },
  },
  'registered-gang-members': {
    title: { da: 'Registrerede rockere og bandemedlemmer', en: 'Registered gang members' },
    ...{ unit: 'persons', places: 0, geographies: ['police-district'] },
  },
  'districts-with-over-10-per-cent-unsafe': {
    title: {
      da: 'Bydele med mere end 10 procent utrygge',
      en: 'Districts with more than 10 per cent unsafe',
    },
    ...{ unit: 'districts', places: 0, geographies: ['city'] },
  },
  'released-from-prison': {
    title: { da: 'Københavnere løsladt fra fængsel', en: 'Copenhageners released from prison' },
    ...{ unit: 'persons', places: 0, geographies: ['city'] },
  },
  'imprisoned-again-within-two-years': {
    title: {
      da: 'Løsladte, der blev fængslet igen inden for to år',
      en: 'Released who were imprisoned again within two years',
    },
    ...{ unit: 'per-cent', places: 1, geographies: ['city'] },
  },
  'share-of-registered-gang-members': {
    title: {
      da: 'Andel af Danmarks registrerede rockere og bandemedlemmer, der bor i København',
      en: 'Share of Denmark’s registered gang members who live in Copenhagen',
    },
    ...{ unit: 'per-cent', places: 1, geographies: ['city'] },
  },
  'average-age-of-gang-members': {
    title: {
      da: 'Registrerede bandemedlemmers gennemsnitsalder',
      en: 'Average age of registered gang members',
    },
    ...{ unit: 'years', places: 1, geographies: ['city'] },
  },
} as const satisfies Record<string, Series>;
export type SeriesCode = keyof typeof series;

export const seriesCodes = keysOf(series);

/** Codes of the thirteen districts of the survey, as they are in the beginning. */
export const surveyDistricts: readonly string[] = seeds
  .filter(({ kind }) => kind === 'survey-district')
  .map(({ code }) => code);
