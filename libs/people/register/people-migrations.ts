import type { MigrationInterface, QueryRunner } from 'typeorm';

class Register1790000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA people;
      CREATE TABLE people.subjects (
        programme text NOT NULL,
        subject uuid NOT NULL,
        PRIMARY KEY (programme, subject)
      );
      COMMENT ON TABLE people.subjects IS 'what is known of them is in the vault';
      CREATE TABLE people.look_ups (
        programme text NOT NULL,
        subject uuid NOT NULL,
        kind text NOT NULL,
        digest bytea NOT NULL,
        PRIMARY KEY (programme, subject, kind),
        FOREIGN KEY (programme, subject) REFERENCES people.subjects ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX one_record_for_a_cpr_number ON people.look_ups (programme, digest)
        WHERE kind = 'cpr';
      CREATE INDEX ON people.look_ups (programme, digest);

      ALTER TABLE people.subjects ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE people.look_ups ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_programmes ON people.subjects TO sikkerby_app USING (
        programme = ANY (string_to_array(current_setting('sikkerby.programmes', true), ',')));
      CREATE POLICY own_programmes ON people.look_ups TO sikkerby_app USING (
        programme = ANY (string_to_array(current_setting('sikkerby.programmes', true), ',')));
      GRANT USAGE ON SCHEMA people TO sikkerby_app;
      GRANT SELECT, INSERT, DELETE ON people.subjects, people.look_ups TO sikkerby_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA people CASCADE');
  }
}

class NoRecordOfTheErased1790000000510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TRIGGER not_for_the_shredded BEFORE INSERT ON people.subjects
      FOR EACH ROW EXECUTE FUNCTION vault.refuse_the_shredded()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER not_for_the_shredded ON people.subjects');
  }
}

/** The register of persons; after the vault. */
export const peopleMigrations = [Register1790000000200, NoRecordOfTheErased1790000000510];
