import { readLogMigrations } from '@sikkerby/access';
import { eventStoreMigrations } from '@sikkerby/event-store';
import { httpMigrations } from '@sikkerby/http';
import { peopleMigrations } from '@sikkerby/people';
import { vaultMigrations } from '@sikkerby/vault';
import { migrate, roleMigrations } from '@sikkerby/postgres';
import { projectionMigrations } from '@sikkerby/projections';
import { reactionMigrations } from '@sikkerby/reactions';

/** Brings a database up to date, as its login user; does nothing when it is. */
export function migrateSystem(url: string): Promise<void> {
  return migrate(url, [
    ...roleMigrations,
    ...eventStoreMigrations,
    ...projectionMigrations,
    ...vaultMigrations,
    ...httpMigrations,
    ...readLogMigrations,
    ...peopleMigrations,
    ...reactionMigrations,
  ]);
}
