import type { MigrationInterface, QueryRunner } from 'typeorm';

class Vault1790000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA vault;
      CREATE TABLE vault.key_versions (
        programme text PRIMARY KEY,
        version integer NOT NULL
      );
      COMMENT ON TABLE vault.key_versions IS 'what new data keys of a programme are wrapped with';
      CREATE TABLE vault.data_keys (
        key_id uuid PRIMARY KEY,
        programme text NOT NULL,
        subject text NOT NULL,
        version integer NOT NULL,
        wrapped bytea NOT NULL,
        UNIQUE (programme, subject)
      );
      CREATE INDEX ON vault.data_keys (programme, version);
      CREATE TABLE vault.texts (
        ref uuid PRIMARY KEY,
        programme text NOT NULL,
        subject text NOT NULL,
        field text NOT NULL,
        key_id uuid NOT NULL REFERENCES vault.data_keys ON DELETE CASCADE,
        sealed_at timestamptz(3) NOT NULL,
        sealed bytea NOT NULL
      );
      CREATE INDEX ON vault.texts (subject, field);
      CREATE INDEX ON vault.texts (key_id);

      CREATE FUNCTION vault.shred(whose text, whom text) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DELETE FROM vault.data_keys WHERE programme = whose AND subject = whom
      $$;
      REVOKE EXECUTE ON FUNCTION vault.shred FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION vault.shred TO sikkerby_app;
      GRANT USAGE ON SCHEMA vault TO sikkerby_app;
      GRANT SELECT, INSERT ON vault.data_keys, vault.texts TO sikkerby_app;
      GRANT UPDATE (version, wrapped) ON vault.data_keys TO sikkerby_app;
      GRANT SELECT, INSERT, UPDATE ON vault.key_versions TO sikkerby_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA vault CASCADE');
  }
}

/** The tables of sealed texts. */
export const vaultMigrations = [Vault1790000000030];
