import { describeEventStore } from './event-store-contract.js';
import { doubleTarget } from './eventstoredb-target.js';
import { plantedFaults } from './planted-faults.js';

// Run by planted-faults.spec.ts, which wants tests of it to fail.
for (const [name, { store, ...fault }] of Object.entries(plantedFaults)) {
  describeEventStore(name, () => doubleTarget(fault, store, 500));
}
