import { seeds } from '@sikkerby/reference';
import { compare } from '../../decimal.js';
import { periodIn, yearOf } from '../../goals/period.js';
import { geographies, sources, type FigureSource, type Geography } from '../../goals/series.js';
import { cell, type Block, type Cell, type Table } from './blocks.js';
import { goalChart, type Point } from './goal-chart.js';
import {
  byPeriod,
  districtsOf,
  figureIn,
  othersIn,
  ownFigures,
  type Figure,
  type Goal,
} from './goal-figures.js';
import { dayIn, numberIn, type Language } from './language.js';
import { statusWords, words } from './report-words.js';

/** All goals in one table. */
export function goalsInBrief(goals: readonly Goal[], language: Language): Table {
  const title = goals[0]?.definition.target.year ?? 0;
  return {
    ...{ kind: 'table', caption: '', numbers: [2, 3] },
    head: [
      words.goal[language],
      words.unit[language],
      words.baseline[language],
      words.latest[language],
      `${words.target[language]} ${String(title)}`,
      words.status[language],
    ],
    rows: goals.map((goal): Cell[] => {
      const { goal: code, indicator, unit, baseline, target } = goal.definition;
      const last = ownFigures(goal).at(-1);
      const at = (value: string, period: string) =>
        `${value} (${periodIn(language, period).replaceAll(' ', '\u00a0')})`;
      return [
        cell(`${code} ${indicator[language]}`),
        cell(unit[language]),
        cell(at(numberIn(language, baseline.value), baseline.period)),
        cell(last ? at(figureIn(language, last), last.period) : '–'),
        cell(target.words[language]),
        { text: statusWords[goal.status][language], status: goal.status },
      ];
    }),
  };
}

/** One goal: how it stands, its chart, what the rule went by, its figures. */
export function goalSection(goal: Goal, language: Language): Block[] {
  const { goal: code, kind, title, indicator, unit, source, rule } = goal.definition;
  const part = kind === 'overall' ? words.overall : words['sub-goal'];
  return [
    { kind: 'heading', level: 3, text: `${code} ${title[language]}` },
    {
      ...{ kind: 'status', status: goal.status },
      text: `${statusWords[goal.status][language]} · ${part[language]}: ${indicator[language]}`,
    },
    { kind: 'chart', svg: chartOf(goal, language) },
    { kind: 'list', items: goal.trace.map((sentence) => sentence[language]) },
    {
      kind: 'remark',
      text: `${words.rule[language]}: ${rule.words[language]} ${words.source[language]}: ${source[language]}.`,
    },
    figuresTable(goal, `${words.figuresOf[language]} (${unit[language]})`, language),
    ...districtsTable(goal, language),
  ];
}

function chartOf(goal: Goal, language: Language): string {
  const { definition, status } = goal;
  const { baseline, target, unit, title, indicator } = definition;
  const pointOf = (figure: Figure): Point => ({
    ...{ period: figure.period, value: figure.value, label: figureIn(language, figure) },
  });
  const others = othersIn(goal).map(pointOf);
  const began = numberIn(language, baseline.value);
  const own = ownFigures(goal);
  const place = (own[0]?.geography ?? 'city') as Geography;
  const name = `${words.baseline[language]}: ${began} (${periodIn(language, baseline.period)})`;
  const point = { period: baseline.period, value: baseline.value, label: began };
  return goalChart({
    title: `${definition.goal} ${title[language]}: ${indicator[language]}. ${name}. ${target.words[language]} (${String(target.year)}). ${statusWords[status][language]}.`,
    unit: unit[language],
    ours: { name: geographies[place][language], points: own.map(pointOf) },
    ...(others.length > 0
      ? { others: { name: geographies['other-large-cities'][language], points: others } }
      : {}),
    baseline: { name, points: [point] },
    target: {
      year: target.year,
      ...(target.atMost === undefined ? {} : { value: target.atMost }),
      label: `${words.target[language]} ${String(target.year)}: ${target.words[language]}`,
    },
    told: (tick) => numberIn(language, tick),
  });
}

function figuresTable(goal: Goal, caption: string, language: Language): Table {
  return {
    ...{ kind: 'table', caption, numbers: [2], wide: 1 },
    head: [words.period, words.place, words.figure, words.source, words.publishedOn].map(
      (head) => head[language],
    ),
    rows: [...ownFigures(goal), ...othersIn(goal)].map((figure) => [
      cell(periodIn(language, figure.period)),
      cell(geographies[figure.geography as Geography][language]),
      cell(figureIn(language, figure)),
      cell(sources[figure.source as FigureSource][language]),
      cell(figure.publishedOn === undefined ? '–' : dayIn(language, figure.publishedOn)),
    ]),
  };
}

/** The districts of the last year for which they are told. */
function districtsTable({ figures }: Goal, language: Language): Table[] {
  const last = figures
    .filter(({ geography }) => geography === 'survey-district')
    .toSorted(byPeriod)
    .at(-1);
  if (!last) return [];
  const found = districtsOf(figures, last.period);
  return [
    {
      ...{ kind: 'table', numbers: [1] },
      caption: `${words.districts[language]}, ${String(yearOf(last.period))}`,
      head: [words.district[language], words.figure[language]],
      rows: found
        .toSorted((one, other) => compare(other.value, one.value))
        .map((figure) => [
          cell(districtIn(language, figure.district)),
          cell(figureIn(language, figure)),
        ]),
    },
  ];
}

/** What a district of the survey is called. */
export function districtIn(language: Language, code = ''): string {
  const found = seeds.find((seed) => seed.kind === 'survey-district' && seed.code === code);
  return found?.[language] ?? code;
}
