import type { MigrationInterface, QueryRunner } from 'typeorm';

class ReadLog1790000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA read_log;
      CREATE TABLE read_log.look (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        "user" text NOT NULL,
        role text NOT NULL,
        organisation text NOT NULL,
        verb text NOT NULL,
        purpose text NOT NULL,
        programme text,
        subject text,
        unit text,
        policies text[] NOT NULL,
        route text NOT NULL,
        correlation_id text NOT NULL
      );
      COMMENT ON COLUMN read_log.look.programme IS 'null when nobody was found, or nobody shown';
      CREATE INDEX ON read_log.look (programme, subject);
      CREATE INDEX ON read_log.look (at);

      CREATE FUNCTION read_log.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the read log is append-only' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON read_log.look
        FOR EACH ROW EXECUTE FUNCTION read_log.refuse();
      CREATE TRIGGER never_emptied BEFORE TRUNCATE ON read_log.look
        EXECUTE FUNCTION read_log.refuse();

      ALTER TABLE read_log.look ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY everybody_is_logged ON read_log.look FOR INSERT TO sikkerby_app
        WITH CHECK (true);
      CREATE POLICY overseers_read ON read_log.look FOR SELECT TO sikkerby_app
        USING (current_setting('sikkerby.role', true) IN ('dpo', 'auditor'));
      GRANT USAGE ON SCHEMA read_log TO sikkerby_app;
      GRANT SELECT, INSERT ON read_log.look TO sikkerby_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA read_log CASCADE');
  }
}

class ReviewOfLooks1790000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE read_log.look ADD COLUMN reason text;
      COMMENT ON COLUMN read_log.look.reason IS 'a code, on routes that ask for a reason';
      CREATE INDEX ON read_log.look (at) WHERE verb = 'reveal';
      CREATE POLICY coordinators_review_their_programmes ON read_log.look FOR SELECT TO sikkerby_app
        USING (current_setting('sikkerby.role', true) = 'ssp-coordinator' AND
          programme = ANY (string_to_array(current_setting('sikkerby.programmes', true), ',')));

      CREATE TABLE read_log.sampled_month (
        month text PRIMARY KEY,
        looks integer NOT NULL,
        drawn_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE TABLE read_log.sampled_look (
        look uuid PRIMARY KEY REFERENCES read_log.look,
        month text NOT NULL REFERENCES read_log.sampled_month
      );
      COMMENT ON TABLE read_log.sampled_look IS 'drawn once a month for review';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON read_log.sampled_month
        FOR EACH ROW EXECUTE FUNCTION read_log.refuse();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON read_log.sampled_look
        FOR EACH ROW EXECUTE FUNCTION read_log.refuse();
      GRANT SELECT, INSERT ON read_log.sampled_month, read_log.sampled_look TO sikkerby_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE read_log.sampled_look, read_log.sampled_month;
      DROP POLICY coordinators_review_their_programmes ON read_log.look;
      ALTER TABLE read_log.look DROP COLUMN reason;
    `);
  }
}

/** The table of looks at persons, and which of them are drawn for review. */
export const readLogMigrations = [ReadLog1790000000400, ReviewOfLooks1790000000410];
