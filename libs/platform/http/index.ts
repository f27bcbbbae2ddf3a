export { AreCodeNames, AreCodes, AreIds, IsCode, IsCodeName, IsId } from './code-validators.js';
export { commandRoutes } from './command-routes.js';
export { Dated } from './dated.requests.js';
export { MinPosition, QueriedProjections } from './min-position.js';
export { Given, UnitId, WholeNumber, WhoAsks } from './parameters.js';
export { ProblemAnswers } from './problem-answers.js';
export { ProblemDocument } from './problem.answers.js';
export { invalidRequest, Problem } from './problem.js';
export { looksOf, purposes, type LookPurpose } from './log-looks.js';
export {
  AskRoute,
  CommandRoute,
  CreateRoute,
  ProgrammeController,
  QueryRoute,
  type AskOptions,
  type QueryOptions,
  type RouteOptions,
} from './routes.js';
export { IsCalendarDay, IsDistrict, Sealed } from './validators.js';
export { httpMigrations } from './http-migrations.js';
export { PostgresUsedKeys } from './postgres-used-keys.js';
export { ProblemFilter } from './problem.filter.js';
export { headerOf, type ApiRequest } from './request.js';
export { spreadsheet } from './spreadsheet.js';
export { longestSeconds, takesLong } from './takes-long.js';
export { checkedAs, validation } from './validation.js';
export type { Plain } from './plain.js';
