export type { Context, Programme } from './programme.js';
export { programmes } from './programmes.js';
export { GiveCommand } from './give-command.js';
export { unitDefinition, type UnitDefinition } from './unit-definition.js';
export { page, PageQuery, placeOf } from './paging.requests.js';
export { unitContext } from './unit-programme.js';
export { TakeBack } from './unit.requests.js';
