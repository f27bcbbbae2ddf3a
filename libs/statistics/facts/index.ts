export { type Codes, type FactNow, type LinkNow, nothing } from './fact.js';
export { type Course, courseOf, say, turningDays, valueOn } from './value-over-time.js';
export { type Facts, type UnitFacts, factsProjection } from './facts-projection.js';
