import type { MigrationInterface, QueryRunner } from 'typeorm';

class Vault1790000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA people;
      CREATE TABLE people.data_keys (
        key_id uuid PRIMARY KEY,
        programme text NOT NULL,
        subject text NOT NULL,
        wrapped bytea NOT NULL,
        UNIQUE (programme, subject)
      );
      CREATE TABLE people.texts (
        ref uuid PRIMARY KEY,
        programme text NOT NULL,
        subject text NOT NULL,
        field text NOT NULL,
        key_id uuid NOT NULL,
        sealed_at timestamptz(3) NOT NULL,
        sealed bytea NOT NULL
      );
      CREATE INDEX ON people.texts (subject, field);
      GRANT USAGE ON SCHEMA people TO sikkerby_app;
      GRANT SELECT, INSERT ON people.data_keys, people.texts TO sikkerby_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA people CASCADE');
  }
}

/** The tables of sealed texts. */
export const peopleMigrations = [Vault1790000000030];
