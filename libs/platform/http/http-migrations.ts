import type { MigrationInterface, QueryRunner } from 'typeorm';

class UsedKeys1790000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA http;
      CREATE TABLE http.used_keys (
        id uuid PRIMARY KEY,
        fingerprint bytea NOT NULL,
        used_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON COLUMN http.used_keys.id IS 'made of user and Idempotency-Key';
      COMMENT ON COLUMN http.used_keys.fingerprint IS 'keyed digest of the command it was used for';
      GRANT USAGE ON SCHEMA http TO sikkerby_app;
      GRANT SELECT, INSERT ON http.used_keys TO sikkerby_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA http CASCADE');
  }
}

/** The table of used Idempotency-Keys. */
export const httpMigrations = [UsedKeys1790000000040];
