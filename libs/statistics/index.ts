export { courseOf, say, turningDays, valueOn, type Course } from './course.js';
export type { Codes, FactNow, LinkNow } from './fact.js';
export { factsProjection, type Facts, type UnitFacts } from './facts-projection.js';
export type { Figure } from './compute.js';
export { figureTable } from './figure-table.js';
export { Measures, WrongQuestion, type Breakdown, type Measure, type Words } from './measure.js';
export { StatisticsController } from './statistics.controller.js';
export { Statistics, type FigureQuestion } from './statistics.js';
