import type { EntityManager } from 'typeorm';
import { countedBy, splitBy, type YearQuestion } from '../figures/year-question.js';

/** What is in a cell: the thing counts once, or for its quantity where quantities are added up. */
export interface ThingInCell {
  /** The split and the code; null for the whole. */
  readonly by: string | null;
  readonly code: string | null;
  readonly thing: string;
  readonly quantity: number;
}

export const thingsInEachCellSql = `
-- The things in each cell of a figure. Rows (by, code, thing, quantity), in no order; those of the whole
-- have neither split nor code.
-- $1   kind         text       the facts of this kind
-- $2   as_of        text       as known at this position of the log, inclusive
-- $3   first_day    text       of the year
-- $4   last_day     text       of the year
-- $5   distinct     text       what counts as one: unit, person, or what the facts name by this code
-- $6   add_up       boolean    whether quantities are added up; otherwise each counts for one
-- $7   where        jsonb      for each code the values that count: {"level": ["1", "2"]}; or {}
-- $8   names        text[]     of merged units and linked persons
-- $9   heads        text[]     under which each of those names counts
-- $10  splits       text[]     by what it is split: district, or a code of the facts
-- $11  every        boolean[]  for each split whether a thing is in the row of every code that it had
--                              in the year; otherwise only in those of its last active day
WITH stands_under AS MATERIALIZED (
  SELECT name, head FROM unnest($8::text[], $9::text[]) AS link (name, head)
),
-- The facts that are held at the cut and hold on a day of the year. A duplicate lends its days to its
-- survivor (R6), and nothing when the survivor itself is void (R5).
counting AS (
  SELECT
    CASE $5::text
      WHEN 'unit' THEN coalesce(merged.head, fact.unit)
      WHEN 'person' THEN coalesce(linked.head, fact.person)
      ELSE fact.codes ->> $5::text
    END AS thing,
    CASE WHEN $6::boolean THEN fact.quantity ELSE 1 END AS quantity,
    merged.head IS NOT NULL AS is_lent,
    fact.stream, fact.asserted_by, fact.valid_from, fact.valid_to, fact.codes, fact.district
  FROM fact
  LEFT JOIN stands_under AS merged ON merged.name = fact.unit
  LEFT JOIN stands_under AS linked ON linked.name = fact.person
  WHERE fact.kind = $1::text
    AND fact.asserted_at <= $2::text AND coalesce(fact.retracted_at > $2::text, true)
    AND fact.valid_from <= $4::text AND coalesce(fact.valid_to >= $3::text, true)
    AND merged.head IS DISTINCT FROM 'void'
    AND true = ALL (
      SELECT counted ? (fact.codes ->> code) FROM jsonb_each($7::jsonb) AS wanted (code, counted)
    )
),
-- Whatever counts is described by its last active day in the year (R10): of several facts that last
-- until that day by one of the unit's own before a duplicate's, then by the order of their streams, of
-- one stream by the one that began last. Two facts of one day that contradict each other (a child's
-- two ages) are put in the order of their codes, so that the same facts always give the same figure.
active AS (
  SELECT *, row_number() OVER (
    PARTITION BY thing
    ORDER BY least(valid_to, $4::text) DESC, is_lent, stream, valid_from DESC, codes::text COLLATE "C"
  ) AS place
  FROM counting
),
-- Kept, since it is read several times. What is in the rows of every code needs all of a thing's facts.
counted AS MATERIALIZED (
  SELECT thing, quantity, district, codes, place FROM active
  WHERE place = 1 OR true = ANY ($11::boolean[])
),
asked AS (
  SELECT "by", every FROM unnest($10::text[], $11::boolean[]) AS split ("by", every)
)
SELECT NULL AS "by", NULL AS code, thing, quantity FROM counted WHERE place = 1
UNION ALL
SELECT "by", coalesce(part #>> '{}', 'unknown'), thing, quantity
FROM asked
JOIN counted ON place = 1
LEFT JOIN LATERAL jsonb_path_query(
  CASE "by" WHEN 'district' THEN to_jsonb(district) ELSE codes -> "by" END, '$[*]'
) AS part ON true
WHERE NOT every
UNION ALL
SELECT "by", code, thing, quantity
FROM (
  SELECT DISTINCT ON ("by", thing, part)
    "by", coalesce(part #>> '{}', 'unknown') AS code, thing, quantity
  FROM asked
  CROSS JOIN counted
  LEFT JOIN LATERAL jsonb_path_query(
    CASE "by" WHEN 'district' THEN to_jsonb(district) ELSE codes -> "by" END, '$[*]'
  ) AS part ON true
  WHERE every
  ORDER BY "by", thing, part, place
) AS once
`;

/** What is in each cell of the figure, and in the whole. */
export function thingsInEachCell(
  manager: EntityManager,
  question: YearQuestion,
): Promise<ThingInCell[]> {
  const values = [...countedBy(question), ...splitBy(question)];
  return manager.query<ThingInCell[]>(thingsInEachCellSql, values);
}
