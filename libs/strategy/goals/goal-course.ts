import { compare } from '../decimal.js';
import type { GoalDefinition } from './definitions.js';
import {
  danish,
  exact,
  latestIn,
  NotAssessable,
  type Evidence,
  type KnownFigure,
  type Say,
} from './evidence.js';
import { endsLater, periodIn, yearOf } from './period.js';
import { geographies, units } from './series.js';

/** The figures of a goal since its baseline, one for each year, the last that of the data year. */
export function courseOf(
  definition: GoalDefinition,
  evidence: Evidence,
): readonly [KnownFigure, ...KnownFigure[]] {
  const { series, geography, baseline, indicator } = definition;
  const dataYear = dataYearOf(definition, evidence);
  const figures: KnownFigure[] = [];
  for (let year = yearOf(baseline.period); year <= dataYear; year += 1) {
    const found = latestIn(evidence, year, { series, geography });
    const isOfBaseline = year === yearOf(baseline.period);
    if (isOfBaseline && !(found && endsLater(found.period, baseline.period))) continue;
    figures.push(exact(found, year, indicator));
  }
  const [first, ...rest] = figures;
  if (!first) throw onlyTheBaseline(definition);
  return [first, ...rest];
}

/** The year of the figures that the reporting year goes by. @throws NotAssessable before the baseline */
export function dataYearOf(definition: GoalDefinition, { year }: Evidence): number {
  const dataYear = year - definition.yearsBack;
  if (dataYear >= yearOf(definition.baseline.period)) return dataYear;
  throw new NotAssessable({
    da: `Målet vurderes fra sit udgangspunkt i ${periodIn('da', definition.baseline.period)}.`,
    en: `The goal is assessed from its baseline of ${periodIn('en', definition.baseline.period)} on.`,
  });
}

/** Nothing has been observed since. */
export function onlyTheBaseline({ baseline, unit }: GoalDefinition): NotAssessable {
  const { period, value } = baseline;
  return new NotAssessable({
    da: `${periodIn('da', period)} er udgangspunktet (${danish(value)} ${units[unit].da}); udviklingen vurderes fra den næste observation.`,
    en: `${periodIn('en', period)} is the baseline (${value} ${units[unit].en}); the development is assessed from the next observation on.`,
  });
}

/** Whether no figure rose above the one before it, and the last is below the baseline. */
export function falls(
  { baseline, unit }: GoalDefinition,
  figures: readonly [KnownFigure, ...KnownFigure[]],
  say: Say,
): boolean {
  let before: Pick<KnownFigure, 'period' | 'value'> = baseline;
  let hasRisen = false;
  for (const figure of figures) {
    const change = compare(figure.value, before.value);
    hasRisen ||= change > 0;
    const [da, en] =
      change > 0 ? ['en stigning', 'a rise'] : change < 0 ? ['et fald', 'a fall'] : same;
    say(
      {
        da: `${periodIn('da', figure.period)}: ${danish(figure.value)} ${units[unit].da} mod ${danish(before.value)} i ${periodIn('da', before.period)}: ${da}.`,
        en: `${periodIn('en', figure.period)}: ${figure.value} ${units[unit].en} against ${before.value} in ${periodIn('en', before.period)}: ${en}.`,
      },
      figure,
    );
    before = figure;
  }
  return !hasRisen && compare(before.value, baseline.value) < 0;
}
const same = ['uændret', 'unchanged'] as const;

/** What those are called whom a goal compares the city with. */
export function othersOf({ comparedWith = 'other-large-cities' }: GoalDefinition) {
  return { code: comparedWith, words: geographies[comparedWith] };
}
