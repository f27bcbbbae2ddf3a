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

// A key that is being made when its owner is shredded is waited for and then deleted; one that comes
// later sees the mark. The lock is per person.
class Shredding1790000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vault.shredded (
        programme text NOT NULL,
        subject text NOT NULL,
        PRIMARY KEY (programme, subject)
      );
      COMMENT ON TABLE vault.shredded IS 'about whom nothing is written any more';

      CREATE FUNCTION vault.refuse_the_shredded() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(
          hashtextextended(NEW.programme || ' ' || NEW.subject::text, 0));
        IF EXISTS (SELECT FROM vault.shredded s
            WHERE s.programme = NEW.programme AND s.subject = NEW.subject::text) THEN
          RAISE EXCEPTION 'the person was erased' USING ERRCODE = 'SB001';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER not_for_the_shredded BEFORE INSERT ON vault.data_keys
        FOR EACH ROW EXECUTE FUNCTION vault.refuse_the_shredded();

      DROP FUNCTION vault.shred(text, text);
      CREATE FUNCTION vault.shred(whose text, whom text[]) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE one text;
      BEGIN
        FOR one IN SELECT w FROM unnest(whom) AS w
          WHERE NOT EXISTS (SELECT FROM vault.shredded WHERE programme = whose AND subject = w)
            OR EXISTS (SELECT FROM vault.data_keys WHERE programme = whose AND subject = w)
          ORDER BY w
        LOOP
          PERFORM pg_advisory_xact_lock(hashtextextended(whose || ' ' || one, 0));
          INSERT INTO vault.shredded VALUES (whose, one) ON CONFLICT DO NOTHING;
          DELETE FROM vault.data_keys WHERE programme = whose AND subject = one;
        END LOOP;
      END $$;
      REVOKE EXECUTE ON FUNCTION vault.shred FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION vault.shred TO sikkerby_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION vault.refuse_the_shredded CASCADE');
  }
}

/** The tables of sealed texts, and what makes shredding final. */
export const vaultMigrations = [Vault1790000000030, Shredding1790000000500];
