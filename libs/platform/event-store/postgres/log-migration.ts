import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log, its streams and its head; nothing in them can be changed or removed. */
export class EventLog1790000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(partitions);
    await runner.query(appendOnly);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA event_store CASCADE');
  }
}

const tables = `
CREATE SCHEMA event_store;

-- The last position and its moment. Whoever holds this row's lock holds the log.
CREATE TABLE event_store.head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL DEFAULT 0,
  recorded_at timestamptz,
  partition_size bigint NOT NULL DEFAULT 10000000
);
INSERT INTO event_store.head DEFAULT VALUES;

CREATE TABLE event_store.stream (id text COLLATE "C" PRIMARY KEY, revision integer NOT NULL);

-- json, not jsonb: kept to the byte, and faster to write and to read. Each event is one line of
-- text for those who copy the log.
CREATE TABLE event_store.log (
  position bigint NOT NULL PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  id uuid NOT NULL,
  type text COLLATE "C" NOT NULL,
  data json NOT NULL,
  metadata json NOT NULL,
  recorded_at timestamptz NOT NULL,
  slice smallint NOT NULL,
  CONSTRAINT one_line CHECK (strpos(data::text || metadata::text, E'\\n') = 0
    AND strpos(data::text || metadata::text, E'\\r') = 0)
) PARTITION BY RANGE (position);
CREATE INDEX ON event_store.log (stream, revision);`;

// Attached, not created in place: that would lock readers of the whole log out.
const partitions = `
CREATE FUNCTION event_store.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the event log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION event_store.make_partition(number bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  size bigint := (SELECT partition_size FROM event_store.head);
  part text := 'log_' || number;
BEGIN
  EXECUTE format('CREATE TABLE event_store.%I (LIKE event_store.log INCLUDING CONSTRAINTS)', part);
  EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON event_store.%I
    EXECUTE FUNCTION event_store.refuse()', part);
  EXECUTE format('ALTER TABLE event_store.log ATTACH PARTITION event_store.%I
    FOR VALUES FROM (%s) TO (%s)', part, number * size + 1, (number + 1) * size + 1);
END $$;`;

const appendOnly = `
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON event_store.log
  FOR EACH ROW EXECUTE FUNCTION event_store.refuse();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON event_store.log
  EXECUTE FUNCTION event_store.refuse();
CREATE TRIGGER never_emptied BEFORE DELETE OR TRUNCATE ON event_store.stream
  EXECUTE FUNCTION event_store.refuse();
CREATE TRIGGER never_emptied BEFORE DELETE OR TRUNCATE ON event_store.head
  EXECUTE FUNCTION event_store.refuse();

SELECT event_store.make_partition(0), event_store.make_partition(1);

GRANT USAGE ON SCHEMA event_store TO sikkerby_app, sikkerby_projector;
GRANT SELECT ON ALL TABLES IN SCHEMA event_store TO sikkerby_app, sikkerby_projector;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA event_store FROM PUBLIC;`;
