import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The one way into the log. */
export class AppendFunction1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(originalPosition);
    await runner.query(append);
    await runner.query(grants);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION event_store.append, event_store.original_position');
  }
}

/*
 * Where the last of these very events stands if they are in the stream, one after the other: from
 * the expected revision on, or anywhere for an append to an existing stream (-2). 0 when they are
 * not, or not like this; null when -2 may go on because none of them is there.
 */
const originalPosition = `
CREATE FUNCTION event_store.original_position(name text, expected integer, given uuid[])
RETURNS bigint LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  start integer := expected + 1;
  found bigint;
BEGIN
  IF expected = -2 THEN
    SELECT min(l.revision) INTO start FROM event_store.log l
    WHERE l.stream = name AND l.id = ANY (given);
    IF start IS NULL THEN RETURN NULL; END IF;
  END IF;
  SELECT max(l.position) INTO found FROM event_store.log l
  WHERE l.stream = name AND l.revision >= start AND l.revision < start + cardinality(given)
  HAVING array_agg(l.id ORDER BY l.revision) = given;
  RETURN coalesce(found, 0);
END $$`;

/*
 * Appends a group: one statement, one transaction, one round trip.
 *
 * For each append, one to a stream: its stream and slice, the expected revision (-1 no such stream,
 * -2 an existing one), how many events. For each event: which append it belongs to (from 1), which
 * of that append's events it is (from 0), and what it holds; the JSON texts are joined by U+001E,
 * which no JSON text holds.
 *
 * Locks: new streams, then known streams, each in the order of their names, then the head. So no two
 * groups wait for each other, and positions and moments are given in the order of the commits.
 * An append that is refused writes nothing and leaves the others of its group alone.
 */
const append = `
CREATE FUNCTION event_store.append(
  streams text[], slices smallint[], expected integer[], counts integer[],
  appends integer[], steps integer[], ids uuid[], types text[], data text, metadata text
) RETURNS TABLE (outcome text, last_revision integer, last_position bigint, moment timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  made text[];
  known record;
  actual integer[];   -- revision of the stream, null if it did not exist
  first integer[];    -- revision of the append's first event, null if it is refused
  before bigint[];    -- how many events of the group come before it
  original bigint[];  -- position of its last event, if it was there already
  given integer := 0;
  total bigint := 0;
  base bigint;
  size bigint;
  recorded timestamptz;
BEGIN
  WITH new AS (
    INSERT INTO event_store.stream AS s (id, revision)
    SELECT a.stream, a.count - 1
    FROM (SELECT unnest(streams) AS stream, unnest(expected) AS expected, unnest(counts) AS count) a
    WHERE a.expected = -1 ORDER BY a.stream COLLATE "C"
    ON CONFLICT DO NOTHING RETURNING s.id
  ) SELECT coalesce(array_agg(new.id), '{}') INTO made FROM new;

  IF cardinality(made) < cardinality(streams) THEN
    FOR known IN
      SELECT s.id, s.revision FROM event_store.stream s
      WHERE s.id = ANY (streams) AND NOT s.id = ANY (made) ORDER BY s.id FOR UPDATE
    LOOP
      actual[array_position(streams, known.id)] := known.revision;
    END LOOP;
  END IF;

  FOR i IN 1 .. cardinality(streams) LOOP
    IF actual[i] IS NULL THEN
      first[i] := CASE WHEN expected[i] = -1 THEN 0 END;
    ELSE
      first[i] := CASE WHEN expected[i] IN (actual[i], -2) THEN actual[i] + 1 END;
      IF first[i] IS NULL OR expected[i] = -2 THEN
        original[i] := event_store.original_position(
          streams[i], expected[i], ids[given + 1 : given + counts[i]]);
        IF original[i] IS NOT NULL THEN first[i] := NULL; END IF;
      END IF;
    END IF;
    given := given + counts[i];
    before[i] := total;
    IF first[i] IS NOT NULL THEN total := total + counts[i]; END IF;
  END LOOP;

  IF total > 0 THEN
    IF cardinality(made) < cardinality(streams) THEN
      UPDATE event_store.stream s SET revision = a.first + a.count - 1
      FROM (SELECT unnest(streams) AS stream, unnest(first) AS first, unnest(counts) AS count) a
      WHERE s.id = a.stream AND a.first > 0;
    END IF;

    PERFORM FROM event_store.head h WHERE h.only_row FOR UPDATE;
    UPDATE event_store.head h
    SET position = h.position + total, recorded_at = greatest(h.recorded_at, clock_timestamp())
    WHERE h.only_row
    RETURNING h.position - total, h.partition_size, h.recorded_at INTO base, size, recorded;

    FOR number IN greatest(base - 1, 0) / size + 2 .. (base + total - 1) / size + 1 LOOP
      PERFORM event_store.make_partition(number);
    END LOOP;

    INSERT INTO event_store.log
    SELECT base + before[e.append] + e.step + 1, streams[e.append], first[e.append] + e.step,
      e.id, e.type, e.data::json, e.metadata::json, recorded, slices[e.append]
    FROM (SELECT unnest(appends) AS append, unnest(steps) AS step, unnest(ids) AS id,
      unnest(types) AS type, unnest(string_to_array(data, chr(30))) AS data,
      unnest(string_to_array(metadata, chr(30))) AS metadata) e
    WHERE first[e.append] IS NOT NULL;

    PERFORM pg_notify('event_store', (base + total)::text);
  END IF;

  FOR i IN 1 .. cardinality(streams) LOOP
    IF first[i] IS NOT NULL THEN
      outcome := 'appended';
      last_revision := first[i] + counts[i] - 1;
      last_position := base + before[i] + counts[i];
      moment := recorded;
    ELSIF original[i] > 0 THEN
      outcome := 'repeated';
      SELECT l.revision, l.position, l.recorded_at INTO last_revision, last_position, moment
      FROM event_store.log l WHERE l.position = original[i];
    ELSE
      outcome := 'conflict';
      last_revision := actual[i];
      last_position := NULL;
      moment := NULL;
    END IF;
    RETURN NEXT;
  END LOOP;
END $$`;

const grants = `
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA event_store FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event_store.append TO sikkerby_app`;
