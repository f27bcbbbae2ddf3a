export { courseOf, say, turningDays, valueOn, type Course } from './course.js';
export { Cuts } from './cuts.js';
export { nothing, type Codes, type LinkNow, type Told } from './fact.js';
export { factsProjection, type UnitFacts } from './facts-projection.js';
export type { MeasureOf, MeasuresOf } from './measures-of.js';
export type { CrossedCell, Figure } from './compute.js';
export { figureTable } from './figure-table.js';
export { Explain, type CellQuestion } from './explain.js';
export { changeReasons } from './statements/change-reasons.js';
export { Changes } from './statements/changes.js';
export { Revisions, type Revision } from './statements/revisions.js';
export {
  statements,
  whyRejected,
  type Statement,
  type StatementKind,
} from './statements/statement.js';
export { whoMay } from './who-may.js';
export {
  breakdownBy,
  Measures,
  namesOf,
  programmeOf,
  WrongQuestion,
  type Breakdown,
  type Measure,
  type Names,
  type Words,
} from './measure.js';
export {
  canonicalText,
  sha256,
  type MeasureContent,
  type StatementContent,
} from './statements/statement-content.js';
export { Statements, statementsId, type Reproduced } from './statements/statements.js';
export { statistics } from './statistics-context.js';
export { Statistics, type FigureQuestion } from './statistics.js';
export { WordsAnswer } from './words.answers.js';
export { answered } from './wrong-question.js';
