export { contexts, governed, reactions } from './contexts.js';
export { migrateSystem } from './system-migrations.js';
export { openLog, type Log } from './open-log.js';
export { eventRegistry } from './registry.js';
export { openSystem, type System } from './system.js';
export { openContainer, SystemModule, type SystemParts } from './system.module.js';
