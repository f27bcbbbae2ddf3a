import type { EntityManager } from 'typeorm';
import type { Breakdown } from '../figures/measure.js';
import { countedBy, type FactsQuestion } from '../figures/year-question.js';

/** What is in a cell: the thing counts once, or for its quantity where quantities are added up. */
export interface CountedThing {
  readonly thing: string;
  readonly quantity: number;
}

/** One row of a breakdown; the whole without both. */
export interface OneCell {
  readonly breakdown: Breakdown | undefined;
  readonly code: string | undefined;
}

export const thingsOfOneCellSql = `
-- The things of one cell of a figure, or of the whole. Rows (thing, quantity), in no order.
-- $1   kind         text       the facts of this kind
-- $2   as_of        text       as known at this position of the log, inclusive
-- $3   first_day    text       of the year
-- $4   last_day     text       of the year
-- $5   distinct     text       what counts as one: unit, person, or what the facts name by this code
-- $6   add_up       boolean    whether quantities are added up; otherwise each counts for one
-- $7   where        jsonb      for each code the values that count: {"level": ["1", "2"]}; or {}
-- $8   names        text[]     of merged units and linked persons
-- $9   heads        text[]     under which each of those names counts
-- $10  by           text       the split: district, or a code of the facts; null for the whole
-- $11  every        boolean    whether a thing is in the row of every code that it had in the year;
--                              otherwise only in those of its last active day
-- $12  code         text       whose row it is; null for the whole
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
)
-- Without a split nothing has a code, and each thing is there once.
SELECT thing, quantity
FROM (
  SELECT DISTINCT ON (thing, part) coalesce(part #>> '{}', 'unknown') AS code, thing, quantity
  FROM active
  LEFT JOIN LATERAL jsonb_path_query(
    CASE $10::text WHEN 'district' THEN to_jsonb(district) ELSE codes -> $10::text END, '$[*]'
  ) AS part ON true
  WHERE place = 1 OR $11::boolean
  ORDER BY thing, part, place
) AS once
WHERE $12::text IS NULL OR code = $12::text
`;

/** What is in that cell. */
export function thingsOfOneCell(
  manager: EntityManager,
  question: FactsQuestion,
  { breakdown, code }: OneCell,
): Promise<CountedThing[]> {
  const { by = null, every = false } = breakdown ?? {};
  const values = [...countedBy(question), by, every, code ?? null];
  return manager.query<CountedThing[]>(thingsOfOneCellSql, values);
}
