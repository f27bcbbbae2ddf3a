import { ConfigurationError, hasCode } from '@sikkerby/configuration';
import type { MigrationInterface, QueryRunner } from 'typeorm';

// Roles belong to the whole server: another database's migration may be making them right now.
const makeRoles = `
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['sikkerby_app', 'sikkerby_projector'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
    BEGIN
      EXECUTE format('SET LOCAL ROLE %I', wanted);
      RESET ROLE;
    EXCEPTION WHEN insufficient_privilege THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
    END;
  END LOOP;
  EXECUTE format('GRANT CREATE ON DATABASE %I TO sikkerby_projector', current_database());
END $$`;

class Roles1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    try {
      await runner.query(makeRoles);
    } catch (error) {
      if (!hasCode(error, '42501')) throw error;
      throw new ConfigurationError(
        `DATABASE_URL: its user may not make roles; let an administrator run: ${byHand}`,
      );
    }
  }

  /** Roles stay: other databases of the server may use them. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}

const byHand = `CREATE ROLE sikkerby_app NOLOGIN; CREATE ROLE sikkerby_projector NOLOGIN;
  GRANT sikkerby_app, sikkerby_projector TO <user>; ALTER DATABASE <database> OWNER TO <user>;`;

/** The roles that programs act in, each granted only what it needs; the first migrations to run. */
export const roleMigrations = [Roles1790000000001];
