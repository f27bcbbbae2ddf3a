import { describeEventStore } from './contract.js';
import { doubleTarget } from './eventstoredb-target.js';

describeEventStore('EventStoreDB, the wire double', () => doubleTarget());
