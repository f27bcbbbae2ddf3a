import type { MigrationInterface, QueryRunner } from 'typeorm';

class Vault1790000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA vault;
      CREATE TABLE vault.data_keys (
        key_id uuid PRIMARY KEY,
        programme text NOT NULL,
        subject text NOT NULL,
        wrapped bytea NOT NULL,
        UNIQUE (programme, subject)
      );
      CREATE TABLE vault.texts (
        ref uuid PRIMARY KEY,
        programme text NOT NULL,
        subject text NOT NULL,
        field text NOT NULL,
        key_id uuid NOT NULL,
        sealed_at timestamptz(3) NOT NULL,
        sealed bytea NOT NULL
      );
      CREATE INDEX ON vault.texts (subject, field);
      GRANT USAGE ON SCHEMA vault TO sikkerby_app;
      GRANT SELECT, INSERT ON vault.data_keys, vault.texts TO sikkerby_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA vault CASCADE');
  }
}

/** The tables of sealed texts. */
export const vaultMigrations = [Vault1790000000030];
