import type { Plain } from '@sikkerby/http';
import type { AnnualReportAnswer, ReportTextAnswer } from '../report.answers.js';
import { sources, type FigureSource } from '../../goals/series.js';
import { cell, type Block, type ReportDocument, type Table } from './blocks.js';
import { figureIn } from './goal-figures.js';
import { figuresTable, notesOf } from './figure-sections.js';
import { goalSection, goalsInBrief } from './goal-sections.js';
import { periodIn } from '../../goals/period.js';
import { dayIn, type Language } from './language.js';
import type { ReportContentAnswer, StatementUsedAnswer } from './document.answers.js';
import { words } from './report-words.js';

/** The report as a document that people hand to the committee, in one language. */
export function reportDocument(
  content: Plain<ReportContentAnswer>,
  language: Language,
): ReportDocument {
  const { report, figures = [] } = content;
  const { year, goals, status, publishedOn } = report;
  return {
    language,
    title: words.title[language],
    subtitle: `${words.subtitle[language]} ${String(year)}`,
    facts: factsOf(content, language),
    ...(status === 'published' ? {} : { draft: words.draft[language] }),
    datedOn: publishedOn ?? report.steps[0]?.occurredOn ?? '',
    page: words.page[language],
    blocks: [
      heading(words.goals[language]),
      ...(goals ? [goalsInBrief(goals.goals, language)] : [missing(language)]),
      heading(words.assessments[language]),
      ...report.assessments.flatMap(({ title, text }) => told(title[language], text, language)),
      heading(words.principles[language]),
      ...report.principles.flatMap(({ number, title, text }) =>
        told(`${String(number)}. ${title[language]}`, text, language),
      ),
      ...(goals
        ? [
            { ...heading(words.each[language]), onNewPage: true as const },
            ...goals.goals.flatMap((goal) => goalSection(goal, language)),
            heading(words.context[language]),
            contextTable(goals.context, language),
          ]
        : []),
      { ...heading(words.figures[language]), onNewPage: true as const },
      ...(figures.length > 0
        ? [
            figuresTable(figures, year, language),
            remark(`${words.withheld[language]}  ${words.notCounted[language]}`),
            heading(words.notes[language]),
            { kind: 'notes' as const, notes: notesOf(figures, year, language) },
          ]
        : [missing(language)]),
    ],
  };
}

const heading = (text: string) => ({ kind: 'heading', level: 2, text }) as const;
const remark = (text: string): Block => ({ kind: 'remark', text });
const missing = (language: Language): Block => remark(words.missing[language]);

function factsOf(
  { report, statement, before }: Plain<ReportContentAnswer>,
  language: Language,
): string[] {
  const { version, publishedOn } = report;
  return [
    words.sender[language],
    [
      `${words.version[language]} ${String(version)}`,
      ...(publishedOn === undefined
        ? []
        : [`${words.published[language]} ${dayIn(language, publishedOn)}`]),
    ].join(' · '),
    ...(statement ? [`${words.statement[language]} ${statementIn(language, statement)}`] : []),
    ...(before ? [`${words.against[language]} ${statementIn(language, before)}`] : []),
  ];
}

function statementIn(
  language: Language,
  { year, number, cut }: Plain<StatementUsedAnswer>,
): string {
  return `${String(number)} ${words.of[language]} ${String(year)} (position ${cut})`;
}

/** A text under its title; what was not translated is told in Danish, and said to be. */
function told(
  title: string,
  text: Plain<ReportTextAnswer> | undefined,
  language: Language,
): Block[] {
  const head: Block = { kind: 'heading', level: 3, text: title };
  if (!text) return [head, missing(language)];
  const translated = language === 'da' ? text.da : text.en;
  if (translated !== undefined) return [head, ...paragraphs(translated)];
  return [head, remark(words.onlyDanish[language]), ...paragraphs(text.da, 'da')];
}

/** Parted by empty lines. */
function paragraphs(text: string, language?: Language): Block[] {
  return text.split(/\n\s*\n/).map((one) => ({
    ...{ kind: 'text', text: one.trim() },
    ...(language === undefined ? {} : { language }),
  }));
}

type Context = NonNullable<Plain<AnnualReportAnswer>['goals']>['context'];

function contextTable(context: Context, language: Language): Table {
  const head = [words.figure, words.unit, words.period, words.figure, words.source];
  return {
    ...{ kind: 'table', caption: words.contextRemark[language], numbers: [3] },
    head: head.map((one) => one[language]),
    rows: context.flatMap(({ title, unit, figures }) =>
      figures.map((figure) => [
        cell(title[language]),
        cell(unit[language]),
        cell(periodIn(language, figure.period)),
        cell(figureIn(language, figure)),
        cell(sources[figure.source as FigureSource][language]),
      ]),
    ),
  };
}
