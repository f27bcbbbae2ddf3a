import type { Pool } from 'pg';
import type { Position, RecordedEvent } from '@sikkerby/kernel';
import type { EventRegistry } from '../event-registry.js';
import type { Head, ReadStream, UpTo } from '../event-store.js';
import { positionOf } from './position.js';
import { columns, fromLine, instant, separator } from './stored-events.js';

export async function readStream(
  pool: Pool,
  registry: EventRegistry,
  stream: string,
  { upTo, backwards = false, limit }: ReadStream,
): Promise<RecordedEvent[]> {
  const direction = backwards ? 'DESC' : 'ASC';
  const { rows } = await pool.query<{ lines: string | null }>({
    name: `read-stream-${direction}`,
    text: `SELECT string_agg(concat_ws('${separator}', ${columns}), E'\\n'
        ORDER BY l.revision ${direction}) AS lines
      FROM (SELECT * FROM event_store.log WHERE stream = $1
        AND revision <= $2 AND position <= $3 AND recorded_at < $4
        ORDER BY revision ${direction} LIMIT $5) l`,
    values: [stream, ...bounds(upTo), limit ?? null],
  });
  const lines = rows[0]?.lines?.split('\n') ?? [];
  return lines.map((line) => fromLine(line, registry));
}

/** Highest revision, highest position, and the moment that the events are before. */
function bounds(upTo: UpTo | undefined): [number, string, string] {
  const bound = { revision: 2 ** 31 - 1, position: positionOf('9'.repeat(12)), ...upTo };
  const before = 'moment' in bound ? after(bound.moment) : 'infinity';
  return [bound.revision, bound.position, before];
}

/** A Date is a whole millisecond, events have microseconds: all of that millisecond is included. */
function after(moment: Date): string {
  return new Date(moment.getTime() + 1).toISOString();
}

export async function head(pool: Pool): Promise<Head> {
  const { rows } = await pool.query<{ position: string; recordedAt: string | null }>(
    `SELECT position, (recorded_at AT TIME ZONE 'UTC')::text AS "recordedAt" FROM event_store.head`,
  );
  const [row] = rows;
  if (!row) throw new Error('the event log has no head');
  return {
    position: positionOf(row.position),
    recordedAt: row.recordedAt === null ? undefined : instant(row.recordedAt),
  };
}

// By halving: positions are dense and moments never decrease, so that no index is needed.
const lastBefore = `
WITH RECURSIVE search (low, high) AS (
  SELECT 0::bigint, position FROM event_store.head
  UNION ALL
  SELECT CASE WHEN tried.is_before THEN middle ELSE low END,
    CASE WHEN tried.is_before THEN high ELSE middle - 1 END
  FROM (SELECT low, high, (low + high + 1) / 2 AS middle FROM search WHERE low < high) s
  CROSS JOIN LATERAL (
    SELECT l.recorded_at < $1 AS is_before FROM event_store.log l WHERE l.position = s.middle) tried
) SELECT low AS position FROM search WHERE low = high`;

export async function positionAt(pool: Pool, moment: Date): Promise<Position> {
  const { rows } = await pool.query<{ position: string }>(lastBefore, [after(moment)]);
  return positionOf(rows[0]?.position ?? 0);
}
