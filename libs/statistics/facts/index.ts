export { nothing, type Codes, type FactNow, type LinkNow, type Told } from './fact.js';
export { factsProjection, type UnitFacts } from './facts-projection.js';
export { courseOf, say, turningDays, valueOn, type Course } from './value-over-time.js';
export { namesOf, type Breakdown, type Names, type Words } from '../figures/measure.js';
export type { MeasureOf, MeasuresOf } from '../figures/measures-of.js';
