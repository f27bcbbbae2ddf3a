import type { Day } from '@sikkerby/kernel';
import type { Words } from '@sikkerby/statistics';
import { endsLater, periodIn, yearOf, type Period } from './period.js';
import type { Judgement } from './police-judgement.js';
import type { FigureSource, Geography, Precision, SeriesCode } from './series.js';

/** An observation as it was known at some point. */
export interface KnownFigure {
  /** Of the observation. */
  readonly id: string;
  readonly series: SeriesCode;
  readonly geography: Geography;
  readonly district?: string;
  readonly period: Period;
  readonly value: string;
  readonly precision: Precision;
  readonly source: FigureSource;
  readonly publishedOn?: Day;
}

export interface KnownJudgement {
  readonly id: string;
  readonly year: number;
  readonly judgement: Judgement;
}

/** Everything that the statuses of a reporting year may go by. */
export interface Evidence {
  readonly year: number;
  readonly figures: readonly KnownFigure[];
  readonly judgements: readonly KnownJudgement[];
  /** Those of the survey at the end of the year, by code. */
  readonly districts: readonly { readonly code: string; readonly title: Words }[];
}

/** What a rule goes by, one thing after the other: which figures against what. */
export interface Sentence extends Words {
  /** Ids of the observations that it is about. */
  readonly observations: readonly string[];
}

export type Say = (words: Words, ...figures: readonly Pick<KnownFigure, 'id'>[]) => void;

/** Something that the rule needs is not known, or is only about so. */
export class NotAssessable extends Error {
  override readonly name = 'NotAssessable';
  constructor(
    readonly words: Words,
    readonly figures: readonly Pick<KnownFigure, 'id'>[] = [],
  ) {
    super(words.en);
  }
}

/** The figure of a year: of several, that of the period that ends last. */
export function latestIn(
  { figures }: Evidence,
  dataYear: number,
  of: Pick<KnownFigure, 'series' | 'geography' | 'district'>,
): KnownFigure | undefined {
  const found = figures.filter(
    ({ series, geography, district, period }) =>
      series === of.series &&
      geography === of.geography &&
      district === of.district &&
      yearOf(period) === dataYear,
  );
  return found.reduce<KnownFigure | undefined>(
    (last, one) => (last && endsLater(last.period, one.period) ? last : one),
    undefined,
  );
}

/** A figure that may be reckoned on. @throws NotAssessable */
export function exact(figure: KnownFigure | undefined, dataYear: number, what: Words): KnownFigure {
  if (!figure) {
    throw new NotAssessable({
      da: `Der er ingen observation for ${String(dataYear)}: ${what.da}.`,
      en: `There is no observation for ${String(dataYear)}: ${what.en}.`,
    });
  }
  if (figure.precision === 'exact') return figure;
  throw new NotAssessable(
    {
      da: `${periodIn('da', figure.period)}: tallet ${danish(figure.value)} er omtrentligt og kan ikke afgøre målet.`,
      en: `${periodIn('en', figure.period)}: the figure ${figure.value} is an approximate one and decides nothing.`,
    },
    [figure],
  );
}

/** With a comma. */
export function danish(value: string): string {
  return value.replace('.', ',');
}
