import type { PublicFigure } from '../releases/release.js';

const strategy = (measure: string, year: number, figure: number): PublicFigure => ({
  ...{ measure, year, codes: {}, low: figure, high: figure },
  source: 'strategy',
});

const press = (
  year: number,
  figure: number,
  codes: PublicFigure['codes'] = {},
  measure = 'infohus.enquiries-handled',
): PublicFigure => ({
  ...{ measure, year, codes, low: figure, high: figure },
  source: 'press-release',
});

const founded = {
  outcome: ['intervention', 'monitor', 'other-authority', 'security-authority', 'talk'],
};

/**
 * What was public about persons before the first release: the figures that the strategy prints, and
 * press releases of the city about Infohus. An attacker knows them all.
 */
export const publishedElsewhere: readonly PublicFigure[] = [
  strategy('youth-concern.cases-handled', 2017, 1154),
  strategy('exit-programme.persons', 2017, 91),
  strategy('financial-review.persons', 2017, 117),
  strategy('centre-18-plus.persons', 2017, 496),
  strategy('leisure-job.persons', 2017, 526),
  strategy('infohus.enquiries-handled', 2018, 52),
  strategy('infohus.persons-given-intervention', 2018, 14),
  press(2016, 104),
  press(2016, 8, founded),
  press(2017, 85),
  press(2017, 10, founded),
  press(2017, 8, { ...founded, concern: ['militant-islamism'] }),
  press(2017, 2, { ...founded, concern: ['right-wing-extremism'] }),
];
