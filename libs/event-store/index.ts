export { copyLog, type CopiedLog, type CopyProgress } from './copy-log.js';
export * from './event-registry.js';
export * from './event-store.js';
export type { EventStoreDbEventStore } from './eventstoredb/eventstoredb-event-store.js';
export { CopyRefused, LogContent } from './log-content.js';
export { loadEventStoreDb } from './load-eventstoredb.js';
export { eventStoreMigrations } from './postgres/migrations.js';
export { PostgresEventStore } from './postgres/postgres-event-store.js';
export { sliceOf } from './slice.js';
