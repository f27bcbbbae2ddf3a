import type { EventStoreDbEventStore } from './eventstoredb/eventstoredb-event-store.js';

/**
 * The adapter for EventStoreDB, loaded by those who ask for it: most programs never do, and its client
 * takes a tenth of their start.
 */
export async function loadEventStoreDb(): Promise<typeof EventStoreDbEventStore> {
  const adapter = await import('./eventstoredb/eventstoredb-event-store.js');
  return adapter.EventStoreDbEventStore;
}
