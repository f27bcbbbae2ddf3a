export { bandOf, byAgeBand, byCode, byDistrict, byEveryCode, byGender } from './breakdowns.js';
export { onDay, unitFacts } from './unit-facts.js';
