import type { Words } from '@sikkerby/statistics';
import type { Period } from './period.js';
import type { FigureSource, FigureUnit, Geography, SeriesCode } from './series.js';

export const goalCodes = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6'] as const;
export type GoalCode = (typeof goalCodes)[number];

/** How a status is worked out; a changed rule is another rule, and a new version of its goals. */
export const rules = {
  'at-most-and-falling.v1': {
    da: 'Højst målet og intet år med en stigning: nået. Ét af de to: delvist nået.',
    en: 'At most the target and no year with a rise: met. One of the two: partly met.',
  },
  'falling-and-closer-to-others.v1': {
    da: 'Intet år med en stigning og mindre afstand til de andre store byer end i udgangspunktet: nået. Ét af de to: delvist nået.',
    en: 'No year with a rise and a smaller gap to the other large cities than at the baseline: met. One of the two: partly met.',
  },
  'falling-and-judged-positive.v1': {
    da: 'Intet år med en stigning og en positiv vurdering fra politiet: nået. Ét af de to: delvist nået. Uden politiets vurdering: kan ikke vurderes.',
    en: 'No year with a rise and a positive judgement of the police: met. One of the two: partly met. Without the police’s judgement: not assessable.',
  },
  'no-district-over.v1': {
    da: 'Ingen bydel med mere end 10 procent utrygge: nået. Færre end i udgangspunktet: delvist nået.',
    en: 'No district with more than 10 per cent unsafe: met. Fewer than at the baseline: partly met.',
  },
} as const satisfies Record<string, Words>;
export type RuleName = keyof typeof rules;

/** What a goal is, exactly. Every version stays; the newest of a reporting year is the one in force. */
export interface GoalDefinition {
  readonly goal: GoalCode;
  readonly version: number;
  /** The first reporting year for which it is in force. */
  readonly since: number;
  readonly kind: 'overall' | 'sub-goal';
  readonly title: Words;
  readonly indicator: Words;
  readonly series: SeriesCode;
  readonly geography: Geography;
  /** Whom the city is compared with. */
  readonly comparedWith?: Geography;
  readonly unit: FigureUnit;
  /** Decimals that are kept. */
  readonly places: number;
  readonly source: FigureSource;
  /** Of so many years before the reporting year are the figures that it goes by. */
  readonly yearsBack: 0 | 1;
  /** As the strategy prints it. */
  readonly baseline: {
    readonly period: Period;
    readonly value: string;
    /** Of those whom it is compared with. */
    readonly others?: string;
  };
  readonly target: {
    readonly year: number;
    readonly words: Words;
    /** At most this, where it is a figure. */
    readonly atMost?: string;
  };
  readonly rule: RuleName;
}

const first = { version: 1, since: 2017 } as const;
const year = 2021;

/** The six goals of the strategy, in every version. */
export const definitions: readonly GoalDefinition[] = [
  {
    ...{ ...first, goal: 'G1', kind: 'overall' },
    title: { da: 'Øget tryghed', en: 'More safety' },
    indicator: {
      da: 'Andelen af københavnere, der er utrygge i deres nabolag',
      en: 'Share of Copenhageners who feel unsafe in their neighbourhood',
    },
    ...{ series: 'unsafe-in-neighbourhood', geography: 'city', unit: 'per-cent', places: 1 },
    ...{ source: 'tryghedsundersoegelsen', yearsBack: 0, rule: 'at-most-and-falling.v1' },
    baseline: { period: '2017', value: '9' },
    target: {
      ...{ year, atMost: '5' },
      words: {
        da: 'Højst 5 procent, faldende år for år',
        en: 'At most 5 per cent, falling each year',
      },
    },
  },
  {
    ...{ ...first, goal: 'G2', kind: 'overall' },
    title: { da: 'Mindre kriminalitet', en: 'Less crime' },
    indicator: {
      da: 'Anmeldelser af borgervendt kriminalitet pr. 1000 indbyggere',
      en: 'Reports of citizen-facing crime per 1000 inhabitants',
    },
    ...{ series: 'reported-crime', geography: 'city', unit: 'per-1000-inhabitants', places: 1 },
    ...{ source: 'rigspolitiet', yearsBack: 1, rule: 'at-most-and-falling.v1' },
    baseline: { period: '2016', value: '82.7' },
    target: {
      ...{ year, atMost: '72' },
      words: {
        da: 'Højst 72 pr. 1000 indbyggere, faldende år for år',
        en: 'At most 72 per 1000 inhabitants, falling each year',
      },
    },
  },
  {
    ...{ ...first, goal: 'G3', kind: 'sub-goal' },
    title: {
      da: 'Færre københavnske unge begår kriminalitet',
      en: 'Fewer young Copenhageners commit crime',
    },
    indicator: {
      da: 'Andelen af 15-17-årige, der sigtes for overtrædelse af straffeloven',
      en: 'Share of 15-17-year-olds charged under the criminal code',
    },
    ...{ series: 'charged-15-to-17', geography: 'city', comparedWith: 'other-large-cities' },
    ...{ unit: 'per-cent', places: 2, source: 'danmarks-statistik', yearsBack: 0 },
    ...{ rule: 'falling-and-closer-to-others.v1' },
    baseline: { period: '2016', value: '3.5', others: '2.25' },
    target: {
      year,
      words: {
        da: 'Faldende år for år og nærmere de andre store byer end i 2016',
        en: 'Falling each year, and closer to the other large cities than in 2016',
      },
    },
  },
  {
    ...{ ...first, goal: 'G4', kind: 'sub-goal' },
    title: {
      da: 'Færre unge mellem 18 og 25 år begår alvorlig eller personfarlig kriminalitet',
      en: 'Fewer 18-25-year-olds commit serious or dangerous crime',
    },
    indicator: {
      da: 'Andelen af 18-25-årige, der sigtes for alvorlig eller personfarlig kriminalitet',
      en: 'Share of 18-25-year-olds charged with serious or dangerous crime',
    },
    ...{ series: 'charged-18-to-25-serious', geography: 'city' },
    ...{ comparedWith: 'other-large-cities', rule: 'falling-and-closer-to-others.v1' },
    ...{ unit: 'per-cent', places: 2, source: 'danmarks-statistik', yearsBack: 0 },
    baseline: { period: '2016', value: '1.05', others: '0.97' },
    target: {
      year,
      words: {
        da: 'Faldende år for år og nærmere de andre store byer end i 2016',
        en: 'Falling each year, and closer to the other large cities than in 2016',
      },
    },
  },
  {
    ...{ ...first, goal: 'G5', kind: 'sub-goal' },
    title: { da: 'Færre bandemedlemmer i København', en: 'Fewer gang members in Copenhagen' },
    indicator: {
      da: 'Registrerede rockere og bandemedlemmer i Københavns Politikreds',
      en: 'Registered gang members in Copenhagen Police District',
    },
    ...{ series: 'registered-gang-members', geography: 'police-district', unit: 'persons' },
    ...{ places: 0, source: 'koebenhavns-politi', yearsBack: 0 },
    ...{ rule: 'falling-and-judged-positive.v1' },
    baseline: { period: '2017-Q1', value: '290' },
    target: {
      year,
      words: {
        da: 'Gradvist fald, og politiet vurderer udviklingen positiv',
        en: 'A gradual fall, and the police judge the development positive',
      },
    },
  },
  {
    ...{ ...first, goal: 'G6', kind: 'sub-goal' },
    title: {
      da: 'Færre lokalområder med tryghedsudfordringer',
      en: 'Fewer local areas where safety is a challenge',
    },
    indicator: {
      da: 'Bydele med mere end 10 procent utrygge',
      en: 'Districts with more than 10 per cent unsafe',
    },
    ...{ series: 'districts-with-over-10-per-cent-unsafe', geography: 'city', unit: 'districts' },
    ...{ places: 0, source: 'tryghedsundersoegelsen', yearsBack: 0, rule: 'no-district-over.v1' },
    baseline: { period: '2017', value: '5' },
    target: { year, atMost: '0', words: { da: 'Ingen bydele', en: 'No district' } },
  },
];

/** Each goal as it is defined for a reporting year, in the order of their codes. */
export function definitionsFor(reportingYear: number): GoalDefinition[] {
  return goalCodes.flatMap((goal) => {
    const inForce = definitions.filter((one) => one.goal === goal && one.since <= reportingYear);
    const newest = inForce.toSorted((one, other) => one.version - other.version).at(-1);
    return newest ? [newest] : [];
  });
}

/** @throws RangeError when there was never such a version */
export function definitionOf(goal: GoalCode, version: number): GoalDefinition {
  const found = definitions.find((one) => one.goal === goal && one.version === version);
  if (!found) throw new RangeError(`${goal} has no version ${String(version)}`);
  return found;
}
