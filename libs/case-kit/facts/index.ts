export { bandOf, byAgeBand, byCode, byDistrict, byEveryCode, byGender } from './breakdowns.js';
export { type Told, onDay, unitFacts } from './unit-facts.js';
