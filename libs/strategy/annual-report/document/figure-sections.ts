import { principles, type Principle } from '../../principles.js';
import { cell, type Cell, type Table } from './blocks.js';
import { aboutIn, numberIn, type Language } from './language.js';
import type { ReportFigure, Total } from './report-figures.js';
import { words } from './report-words.js';

/** The sign of whatever is withheld: always the same. */
export const withheldSign = '•';

/** The sign of what was not counted, or nobody observed. */
export const notCountedSign = '–';

/** A total as it is read. */
export function totalIn(language: Language, total: Total | undefined, precision?: 'about'): string {
  if (!total) return notCountedSign;
  const { value, share } = total;
  if (value === undefined) return withheldSign;
  const number = numberIn(language, value);
  const told = precision === undefined || value === 0 ? number : aboutIn(language, number);
  return share === undefined ? told : `${told} (${numberIn(language, share)}\u00a0%)`;
}

/** The year’s figures under the principles, beside those of the year before where there are any. */
export function figuresTable(
  figures: readonly ReportFigure[],
  year: number,
  language: Language,
): Table {
  const rows = figures.flatMap((figure, at): Cell[][] => {
    const isFirst = figures[at - 1]?.principle !== figure.principle;
    const heading = cell(principles[figure.principle as Principle].title[language]);
    return isFirst ? [[heading], rowOf(figure, at + 1)] : [rowOf(figure, at + 1)];
  });
  const { figure, unit, change } = words;
  const compared = figures.some(({ before }) => before);
  const head = [figure[language], unit[language], String(year)];
  return {
    ...{ kind: 'table', caption: words.noSum[language], numbers: [2, 3, 4] },
    head: compared ? [...head, String(year - 1), change[language]] : head,
    rows: compared ? rows : rows.map((row) => row.slice(0, head.length)),
  };

  function rowOf(
    { title, unit: counted, now, before, precision, isBreak }: ReportFigure,
    note: number,
  ) {
    return [
      { text: title[language], notes: [note] },
      cell(counted[language]),
      cell(totalIn(language, now, precision)),
      cell(totalIn(language, before, precision)),
      cell(isBreak ? words.breakSign[language] : changeIn(language, now, before, precision)),
    ];
  }
}

/** What is approximate is not reckoned on (R15), nor what is withheld. */
function changeIn(language: Language, now?: Total, before?: Total, precision?: 'about'): string {
  if (precision !== undefined || now?.value === undefined || before?.value === undefined) return '';
  const change = now.value - before.value;
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  return `${sign}${numberIn(language, Math.abs(change))}`;
}

/** What each figure counts, exactly: the notes, in the order of the figures. */
export function notesOf(
  figures: readonly ReportFigure[],
  year: number,
  language: Language,
): string[] {
  return figures.map(({ title, description, measure, version, printed, ...is }) =>
    [
      `${title[language]}: ${description[language]}`,
      `${words.definition[language]} ${measure} v${String(version)}.`,
      ...(is.precision ? [words.about[language]] : []),
      ...(is.isBreak ? [words.break[language]] : []),
      ...(printed === undefined
        ? []
        : [`${words.printed[language]} ${numberIn(language, printed)} (${String(year)}).`]),
    ].join(' '),
  );
}
