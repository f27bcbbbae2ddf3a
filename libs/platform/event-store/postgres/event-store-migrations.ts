import { AppendFunction1790000000011 } from './append-migration.js';
import { EventLog1790000000010 } from './log-migration.js';

/** The schema `event_store`; after the roles. */
export const eventStoreMigrations = [EventLog1790000000010, AppendFunction1790000000011];
