import type { EntityManager } from 'typeorm';
import { countedBy, type YearQuestion } from '../figures/year-question.js';

/** A combination of codes, one of each split, and how much is in it. */
export interface CrossedCell {
  readonly codes: readonly string[];
  readonly value: number;
}

export const crossedFigureSql = `
-- The figure of a year by several splits at once. Rows (codes, value), one for each combination that
-- occurs, in code units; of each split one code. Only for splits of which each thing has one code.
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
SELECT combination COLLATE "C" AS codes, sum(quantity)::integer AS value
FROM (
  -- In the order of the splits: unnest keeps that of its array.
  SELECT quantity, ARRAY(
    SELECT coalesce(CASE "by" WHEN 'district' THEN district ELSE codes ->> "by" END, 'unknown')
    FROM unnest($10::text[]) AS split ("by")
  ) AS combination
  FROM active WHERE place = 1
) AS combined
GROUP BY 1 ORDER BY 1
`;

/** The figure by all of the splits at once: the combinations that occur, in code units. */
export function crossedFigure(
  manager: EntityManager,
  question: YearQuestion,
): Promise<CrossedCell[]> {
  const splits = question.splits.map(({ by }) => by);
  return manager.query<CrossedCell[]>(crossedFigureSql, [...countedBy(question), splits]);
}
