export { AllowedCommandNow, JournalEntry } from './programme/unit.answers.js';
export {
  AssignTo,
  Cancel,
  Extend,
  MergeInto,
  TakeBack,
  areCodeNames,
  areCodes,
  correctionOf,
  isCode,
  isCodeName,
  isWhole,
} from './programme/unit.requests.js';
export { GiveCommand } from './commands/give-command.js';
export { JournalOf } from './journal/journal.query.js';
export { JournalQuery } from './journal/journal.requests.js';
export { PageQuery, page, placeOf } from './work-list/paging.requests.js';
export { WhatIsAllowed } from './commands/allowed-commands.query.js';
export { assertRegistered, personOn } from './commands/registered.js';
export { overdueUnits } from './work-list/overdue-units.js';
export { readable, survivorSeenFrom } from './commands/readable.js';
export { type ActRoutes, type Context, type Programme } from './programme/programme.js';
export { type ListRow, type UnitDefinition, unitDefinition } from './programme/unit-definition.js';
export { type ViewSteps, change, unitOf, view } from './programme/view.js';
export { unitContext, unitProgramme } from './programme/unit-programme.js';
export { caseKitModule, contextModule } from './programme/context-module.js';
