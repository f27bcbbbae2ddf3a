import { describeEventStore } from './contract/event-store-contract.js';
import { doubleTarget } from './contract/eventstoredb-target.js';

describeEventStore('EventStoreDB, the wire double', () => doubleTarget());
