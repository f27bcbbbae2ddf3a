export type { Context, Programme } from './programme.js';
export { programmes } from './programmes.js';
export { GiveCommand } from './give-command.js';
export type { UnitDefinition } from './unit-definition.js';
export { page, PageQuery, placeOf } from './paging.requests.js';
