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

const countedFor = {
  unit: 'unit',
  person: 'person',
  place: `codes ->> 'place'`,
  area: `codes ->> 'area'`,
  employee: `codes ->> 'employee'`,
} as const;

const inWindow = (moment: string) => `${moment} > $2 AND ${moment} <= $3`;

/** What came or went in the window, by the thing that it counts for. */
export async function touchesIn(
  manager: EntityManager,
  { measure, after, upTo }: Window,
): Promise<Touch[]> {
  const thing = countedFor[measure.distinct];
  // A link of units touches what their facts count for; a link of persons touches the persons.
  return manager.query<Touch[]>(
    `WITH changed AS (
       SELECT ${thing} AS thing, unit, stream, asserted_at, asserted_by, retracted_at, retracted_by
       FROM fact WHERE kind = $1
     ), linked AS (
       SELECT name AS thing, stream, asserted_at, asserted_by, retracted_at, retracted_by
       FROM link, unnest(ARRAY["from", "to"]) AS name
       UNION ALL
       SELECT DISTINCT ${thing}, link.stream, link.asserted_at, link.asserted_by,
         link.retracted_at, link.retracted_by
       FROM link JOIN fact ON fact.unit IN (link."from", link."to") AND fact.kind = $1
       WHERE link.kind = 'unit'
     ), moved AS (
       SELECT thing, stream, asserted_at, asserted_by, retracted_at, retracted_by FROM changed
       UNION ALL SELECT * FROM linked
     )
     SELECT thing, stream, asserted_by AS event FROM moved WHERE ${inWindow('asserted_at')}
     UNION
     SELECT thing, stream, retracted_by FROM moved WHERE ${inWindow('retracted_at')}
     ORDER BY 1, 2, 3`,
    [measure.kind, after, upTo],
  );
}

/** Those of the things of which a fact was held at the position. */
export async function knownAt(
  manager: EntityManager,
  { measure, after }: Window,
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ thing: string }[]>(
    `SELECT DISTINCT ${countedFor[measure.distinct]} AS thing FROM fact
     WHERE kind = $1 AND asserted_at <= $2`,
    [measure.kind, after],
  );
  return new Set(rows.map(({ thing }) => thing));
}
