export { Cuts } from './figures/cuts.js';
export type { Figure } from './figures/compute.js';
export type { CrossedCell } from './questions/crossed-figure.js';
export { figureTable } from './figures/figure-table.js';
export { Explain, type CellQuestion } from './explain/explain.js';
export { changeReasons } from './statements/change-reasons.js';
export { Changes } from './statements/figure-changes.js';
export { Revisions, type Revision } from './statements/revisions.js';
export {
  statements,
  whyRejected,
  type Statement,
  type StatementKind,
} from './statements/statement.js';
export { whoMay } from './statistics-roles.js';
export {
  breakdownBy,
  Measures,
  programmeOf,
  WrongQuestion,
  type Breakdown,
  type Measure,
  type Words,
} from './figures/measure.js';
export {
  canonicalText,
  sha256,
  type MeasureContent,
  type StatementContent,
} from './statements/statement-content.js';
export { Statements, statementsId, type Reproduced } from './statements/statements.js';
export { statistics } from './statistics-context.js';
export { Statistics, type FigureQuestion } from './statistics.js';
export { WordsAnswer } from './figures/words.answers.js';
export { answered } from './figures/wrong-question.js';
