import { spreadsheet, type Plain } from '@sikkerby/http';
import { principles, type Principle } from '../../principles.js';
import { geographies, sources, type FigureSource, type Geography } from '../../goals/series.js';
import type { Figure } from './goal-figures.js';
import { notesOf, withheldSign } from './figure-sections.js';
import { numberIn, type Language } from './language.js';
import type { ReportContentAnswer } from './document.answers.js';
import type { Total } from './report-figures.js';
import { statusWords, words } from './report-words.js';

type Row = readonly string[];

/**
 * The numbers of the report for a spreadsheet: one figure a line, with the number of its note; the
 * notes after them.
 */
export function csvDocument(
  { report, figures = [] }: Plain<ReportContentAnswer>,
  language: Language,
): string {
  const { year, goals } = report;
  const { part, code, name, period, place, figure, unit, status, source, note } = words;
  const head = [part, code, name, period, place, figure, unit, status, source, note];
  const notes = notesOf(figures, year, language);
  return spreadsheet([
    head.map((one) => one[language]),
    ...(goals?.goals ?? []).flatMap((goal) => {
      const { definition, figures: curve } = goal;
      const { goal: id, indicator, unit: counted, baseline, target, source: of } = definition;
      const row = (kind: keyof typeof words, at: string, value: string, stands = ''): Row => [
        ...[words[kind][language], id, indicator[language], at, '', value, counted[language]],
        ...[stands, of[language], ''],
      ];
      return [
        row('goal', String(year), '', statusWords[goal.status][language]),
        row('baseline', baseline.period, numberIn(language, baseline.value)),
        row(
          'target',
          String(target.year),
          target.atMost === undefined ? target.words[language] : numberIn(language, target.atMost),
        ),
        ...curve.map((one) =>
          figureRow('figuresOf', id, indicator[language], counted[language], one),
        ),
      ];
    }),
    ...(goals?.context ?? []).flatMap(({ series, title, unit: counted, figures: known }) =>
      known.map((one) => figureRow('context', series, title[language], counted[language], one)),
    ),
    ...figures.flatMap(({ measure, title, unit: counted, principle, now, before, isBreak }, at) => {
      const row = (of: number, total: Total, stands: string): Row => [
        ...[
          words.figures[language],
          measure,
          title[language],
          String(of),
          principles[principle as Principle].title[language],
        ],
        ...[plain(total), counted[language], stands, words.statement[language], String(at + 1)],
      ];
      return [
        row(year, now, isBreak ? words.breakSign[language] : ''),
        ...(before ? [row(year - 1, before, '')] : []),
      ];
    }),
    ...notes.map((text, at): Row => [
      words.note[language],
      String(at + 1),
      text,
      ...Array<string>(7).fill(''),
    ]),
  ]);

  function figureRow(
    kind: 'figuresOf' | 'context',
    id: string,
    title: string,
    counted: string,
    one: Figure,
  ): Row {
    const { geography, district, value, precision } = one;
    return [
      ...[words[kind][language], id, title, one.period],
      ...[
        district ?? geographies[geography as Geography][language],
        numberIn(language, value),
        counted,
      ],
      ...[precision === 'about' ? words.about[language] : ''],
      ...[sources[one.source as FigureSource][language], ''],
    ];
  }

  function plain({ value }: Total): string {
    return value === undefined ? withheldSign : String(value);
  }
}
