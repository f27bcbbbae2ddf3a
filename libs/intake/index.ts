export { takeIn, type IntakeParts, type IntakeQuestion, type IntakeResult } from './intake.js';
export { intakeParts } from './intake-parts.js';
export { WrongFile } from './read-table.js';
export type { RowError } from './row-request.js';
export { takeBack } from './take-back.js';
export { intake } from './intake-context.js';
