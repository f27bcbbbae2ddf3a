import type { EntityManager } from 'typeorm';
import type { Measure } from '../figures/measure.js';

/** A fact or a link that came or went between two cuts, and the event that did it. */
export interface Touch {
  /** What the fact counts for by itself, before merges and links. */
  readonly thing: string;
  readonly stream: string;
  /** Id of the event. */
  readonly event: string;
}

export interface Window {
  readonly measure: Measure;
  /** Positions: what was recorded after the one, up to and including the other. */
  readonly after: string;
  readonly upTo: string;
}

export const whatCameOrWentSql = `
-- What came or went between two positions. Rows (thing, stream, event), in order: what the fact counts
-- for by itself, before merges and links; the stream; and the id of the event that did it.
-- $1   kind         text       the facts of this kind
-- $2   after        text       recorded after this position of the log
-- $3   up_to        text       recorded up to this one, inclusive
-- $4   distinct     text       what counts as one: unit, person, or what the facts name by this code
WITH moved AS (
  SELECT
    CASE $4::text WHEN 'unit' THEN unit WHEN 'person' THEN person ELSE codes ->> $4::text END AS thing,
    stream, asserted_at, asserted_by, retracted_at, retracted_by
  FROM fact WHERE kind = $1::text
  UNION ALL
  -- A link of persons touches the persons.
  SELECT name, stream, asserted_at, asserted_by, retracted_at, retracted_by
  FROM link, unnest(ARRAY["from", "to"]) AS name
  UNION ALL
  -- A link of units touches what their facts count for.
  SELECT DISTINCT
    CASE $4::text WHEN 'unit' THEN unit WHEN 'person' THEN person ELSE codes ->> $4::text END,
    link.stream, link.asserted_at, link.asserted_by, link.retracted_at, link.retracted_by
  FROM link JOIN fact ON fact.unit IN (link."from", link."to") AND fact.kind = $1::text
  WHERE link.kind = 'unit'
)
SELECT thing, stream, asserted_by AS event FROM moved
WHERE asserted_at > $2::text AND asserted_at <= $3::text
UNION
SELECT thing, stream, retracted_by FROM moved
WHERE retracted_at > $2::text AND retracted_at <= $3::text
ORDER BY 1, 2, 3
`;

/** What came or went in the window, by the thing that it counts for. */
export function whatCameOrWent(
  manager: EntityManager,
  { measure, after, upTo }: Window,
): Promise<Touch[]> {
  const { kind, distinct } = measure;
  return manager.query<Touch[]>(whatCameOrWentSql, [kind, after, upTo, distinct]);
}
