import { describeEventStore } from './contract.js';
import { postgresTarget } from './postgres-target.js';

describeEventStore('PostgreSQL', postgresTarget);
