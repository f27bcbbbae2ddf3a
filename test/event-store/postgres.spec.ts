import { describeEventStore } from './contract/event-store-contract.js';
import { postgresTarget } from './contract/postgres-target.js';

describeEventStore('PostgreSQL', postgresTarget);
