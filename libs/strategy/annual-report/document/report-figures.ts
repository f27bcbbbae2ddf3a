import type { Plain } from '@sikkerby/http';
import { isSmall } from '@sikkerby/reference';
import {
  programmeOf,
  type Measure,
  type MeasureContent,
  type StatementContent,
} from '@sikkerby/statistics';
import { principles, type Principle } from '../../principles.js';
import type { ReportFigureAnswer, TotalAnswer } from './document.answers.js';

export type Total = Plain<TotalAnswer>;
export type ReportFigure = Plain<ReportFigureAnswer>;

/** Under which principle the strategy prints what is counted; any other is under the first. */
const underPrinciple: Readonly<Record<string, Principle>> = {
  'funded-effort': 'knowledge-and-effect',
  ...{ 'youth-concern': 'children-and-youth', 'acute-plan': 'children-and-youth' },
  ...{ 'leisure-job': 'children-and-youth', 'street-outreach': 'children-and-youth' },
  ...{ feriecamp: 'children-and-youth', 'leisure-guide': 'children-and-youth' },
  'youth-club': 'children-and-youth',
  ...{ 'exit-programme': 'gangs', 'financial-review': 'gangs', activation: 'gangs' },
  ...{ 'centre-18-plus': 'gangs', 'gathering-ban': 'gangs' },
  ...{ 'safety-partnership': 'local-areas', 'safety-lift': 'local-areas' },
  ...{ 'housing-plan': 'local-areas', infohus: 'extremism', dialogue: 'extremism' },
};

/**
 * The totals of a statement beside those of the year before. A total that could point at somebody is
 * withheld, and so is a sum over the same things.
 */
export function reportFigures(
  measures: readonly Measure[],
  countsPersons: (measure: Measure) => boolean,
  now: StatementContent,
  before?: StatementContent,
): ReportFigure[] {
  const told = now.measures.flatMap((content) => {
    const measure = measureOf(measures, content);
    return measure ? [figureOf(measure, content)] : [];
  });
  return told.toSorted((one, other) => placeOf(one) - placeOf(other));

  /** By principle; what the strategy prints comes first. */
  function placeOf({ principle, measure }: ReportFigure): number {
    const isPrinted = measures.some(({ id, printed }) => id === measure && printed);
    return principles[principle as Principle].number - (isPrinted ? 0.5 : 0);
  }

  function figureOf(measure: Measure, content: MeasureContent): ReportFigure {
    const past = before?.measures.find((one) => one.measure === content.measure);
    const { id, version, title, unit, description, printed } = measure;
    const told = shown(measure, content, now);
    const toldBefore = past && before && shown(measure, past, before);
    return {
      ...{ measure: id, version, title, unit, description },
      principle: underPrinciple[programmeOf(measure)] ?? 'collaboration',
      ...(told && { now: told }),
      ...(toldBefore && { before: toldBefore }),
      ...(content.precision ? { precision: content.precision } : {}),
      isBreak: past !== undefined && past.version !== version,
      ...(printed?.year === now.year ? { printed: printed.figure } : {}),
    };
  }

  function shown(
    measure: Measure,
    content: MeasureContent,
    statement: StatementContent,
  ): Total | undefined {
    const { value, share } = content;
    if (measure.observed && value === 0) return undefined;
    if (isWithheld(measure, content, statement)) return {};
    return { value, ...(share === undefined ? {} : { share }) };
  }

  function isWithheld(
    measure: Measure,
    { value }: MeasureContent,
    { measures: all }: StatementContent,
  ) {
    if (!countsPersons(measure)) return false;
    const alike = measure.sum
      ? all.filter((one) => measureOf(measures, one)?.kind === measure.kind).map((one) => one.value)
      : [value];
    return alike.some(isSmall);
  }
}

function measureOf(measures: readonly Measure[], { measure, version }: MeasureContent) {
  return measures.find((one) => one.id === measure && one.version === version);
}
