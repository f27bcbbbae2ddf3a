import { readConfiguration } from '@sikkerby/configuration';
import { openDatabase } from '@sikkerby/postgres';
import { migrateSystem } from '@sikkerby/system';
import { Command } from 'commander';
import { answers } from './program.js';

/** `sikkerby migrate`: brings the database up to date as a step of its own, before programs start. */
export function migrateCommand(): Command {
  return answers(
    new Command('migrate').description('bring the database up to date; does nothing when it is'),
    async () => {
      const database = await openDatabase(readConfiguration());
      try {
        await migrateSystem(database.url);
      } finally {
        await database.stop();
      }
      return { json: { upToDate: true }, text: 'The database is up to date.' };
    },
  );
}
