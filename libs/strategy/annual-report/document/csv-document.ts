import { spreadsheet, type Plain } from '@sikkerby/http';
import { periodIn } from '../../goals/period.js';
import { geographies, sources, type FigureSource, type Geography } from '../../goals/series.js';
import { principles, type Principle } from '../../principles.js';
import type { ReportContentAnswer } from './document.answers.js';
import { notCountedSign, notesOf, withheldSign } from './figure-sections.js';
import type { Figure, Goal } from './goal-figures.js';
import { districtIn } from './goal-sections.js';
import { numberIn, type Language } from './language.js';
import type { ReportFigure, Total } from './report-figures.js';
import { statusWords, words } from './report-words.js';

const columns = [
  ...(['part', 'code', 'name', 'principle', 'period', 'place'] as const),
  ...(['figure', 'unit', 'status', 'source', 'note'] as const),
] as const;
type Line = Readonly<Partial<Record<(typeof columns)[number], string>>>;

/**
 * The numbers of the report for a spreadsheet: a figure in each line, with the number of its note; the
 * notes after them.
 */
export function csvDocument(
  { report, figures = [] }: Plain<ReportContentAnswer>,
  language: Language,
): string {
  const { year, goals } = report;
  const lines: Line[] = [
    ...(goals?.goals ?? []).flatMap((goal) => linesOfGoal(goal, year, language)),
    ...(goals?.context ?? []).flatMap(({ series, title, unit, figures: known }) =>
      known.map((one) => ({
        ...{ part: words.context[language], code: series, name: title[language] },
        ...{ unit: unit[language], ...observed(one, language) },
      })),
    ),
    ...figures.flatMap((figure, at) => linesOfFigure(figure, at + 1, year, language)),
    ...notesOf(figures, year, language).map((name, at) => ({
      ...{ part: words.note[language], code: String(at + 1), name },
    })),
  ];
  return spreadsheet([
    columns.map((column) => words[column][language]),
    ...lines.map((line) => columns.map((column) => line[column] ?? '')),
  ]);
}

function linesOfGoal({ definition, status, figures }: Goal, year: number, language: Language) {
  const { goal, indicator, unit, baseline, target, source } = definition;
  const alike = { code: goal, name: indicator[language], unit: unit[language] };
  const stands = { period: String(year), status: statusWords[status][language] };
  const began = { period: periodIn(language, baseline.period), figure: baseline.value };
  const aim = {
    period: String(target.year),
    figure: target.atMost,
    status: target.words[language],
  };
  const own = { ...alike, source: source[language] };
  return [
    { part: words.goal[language], ...own, ...stands },
    {
      ...{ part: words.baseline[language], ...own, ...began },
      figure: numberIn(language, began.figure),
    },
    {
      ...{ part: words.aim[language], ...own, ...aim },
      figure: aim.figure === undefined ? '' : numberIn(language, aim.figure),
    },
    ...figures.map((one) => ({
      ...{ part: words.figuresOf[language], ...alike, ...observed(one, language) },
    })),
  ];
}

function observed(figure: Figure, language: Language): Line {
  const { geography, district, period, value, precision, source } = figure;
  const place = geographies[geography as Geography][language];
  return {
    period: periodIn(language, period),
    place: district === undefined ? place : districtIn(language, district),
    figure: numberIn(language, value),
    status: precision === 'about' ? words.about[language] : '',
    source: sources[source as FigureSource][language],
  };
}

function linesOfFigure(figure: ReportFigure, note: number, year: number, language: Language) {
  const { measure, title, unit, principle, now, before, isBreak } = figure;
  const line = (of: number, total: Total | undefined, status: string): Line => ({
    ...{ part: words.figures[language], code: measure, name: title[language] },
    principle: principles[principle as Principle].title[language],
    ...{ period: String(of), figure: total ? String(total.value ?? withheldSign) : notCountedSign },
    ...{ unit: unit[language], status, note: String(note) },
  });
  const stands = isBreak ? words.breakSign[language] : '';
  return [line(year, now, stands), ...(before ? [line(year - 1, before, '')] : [])];
}
