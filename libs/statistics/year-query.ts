import { yearSpan } from '@sikkerby/kernel';
import type { Breakdown, Measure } from './measure.js';

export interface Query {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface YearQuestion {
  readonly measure: Measure;
  readonly year: number;
  /** As known at this position, inclusive. */
  readonly asOf: string;
  /** Under which name each merged unit and linked person counts then. */
  readonly standsUnder: ReadonlyMap<string, string>;
  /** District, or a code of the facts. */
  readonly by?: Pick<Breakdown, 'by' | 'every'>;
}

/** That a fact is held at the cut, which is the second parameter. */
const heldAtCut = (fact: string) =>
  `${fact}.asserted_at <= $2 AND coalesce(${fact}.retracted_at > $2, true)`;

/**
 * The figure as one statement; its rows are (code, value), the whole first with code null.
 *
 * Whatever counts is described by its last active day in the year (R10): of several facts that last
 * until that day by one of the unit's own before a duplicate's, then by the order of their streams.
 * A duplicate lends its days to its survivor (R6), and nothing when the survivor itself is void.
 */
export function yearQuery({ measure, year, asOf, standsUnder, by }: YearQuestion): Query {
  const { from, to } = yearSpan(year);
  const values: unknown[] = [measure.kind, asOf, from, to];
  const parameter = (value: unknown) => `$${String(values.push(value))}`;
  const conditions = Object.entries(measure.where).map(
    ([code, counted]) => `fact.codes ->> ${parameter(code)} = ANY (${parameter(counted)})`,
  );
  const links = `unnest(${parameter([...standsUnder.keys()])}::text[], ${parameter([...standsUnder.values()])}::text[])`;
  const counted = {
    unit: 'coalesce(merged.head, fact.unit)',
    person: 'coalesce(linked.head, survivor.person, fact.person)',
    ...{ place: codeOf('place'), area: codeOf('area'), employee: codeOf('employee') },
  }[measure.distinct];
  const value = measure.sum ? 'coalesce(sum(quantity), 0)::integer' : 'count(*)::integer';
  const split = by && parameter(`$."${by.by}"[*]`);
  const text = `
WITH stands_under AS MATERIALIZED (SELECT * FROM ${links} AS link (name, head)),
active AS (
  SELECT ${counted} AS thing, fact.quantity,
    fact.codes || jsonb_build_object('district', fact.district) AS codes,
    row_number() OVER (PARTITION BY ${counted} ORDER BY least(fact.valid_to, $4) DESC,
      merged.head IS NOT NULL, fact.stream, fact.valid_from DESC) AS place
  FROM fact
  LEFT JOIN stands_under merged ON merged.name = fact.unit
  LEFT JOIN LATERAL (
    SELECT own.kind, own.person FROM fact own
    WHERE own.unit = merged.head AND own.kind = $1 AND ${heldAtCut('own')} LIMIT 1
  ) survivor ON true
  LEFT JOIN stands_under linked ON linked.name = coalesce(survivor.person, fact.person)
  WHERE ${[
    'fact.kind = $1',
    heldAtCut('fact'),
    'fact.valid_from <= $4 AND coalesce(fact.valid_to >= $3, true)',
    '(merged.head IS NULL OR survivor.kind IS NOT NULL)',
    ...conditions,
  ].join('\n    AND ')}
), counted AS (
  SELECT thing, codes, quantity FROM active WHERE place = 1
)
SELECT NULL AS code, ${value} AS value FROM counted`;
  return {
    text: split ? text + splitBy(value, by.every ? every(split) : last(split)) : text,
    values,
  };
}

const codeOf = (name: string) => `fact.codes ->> '${name}'`;

/** Each thing under the codes that it had last. */
const last = (path: string) => `
  SELECT part, quantity FROM counted
  LEFT JOIN LATERAL jsonb_path_query(codes, ${path}::jsonpath) part ON true`;

/** Each thing under every code that it had, once. */
const every = (path: string) => `
  SELECT DISTINCT ON (thing, part) part, quantity FROM active
  LEFT JOIN LATERAL jsonb_path_query(codes, ${path}::jsonpath) part ON true
  ORDER BY thing, part, place`;

/** One row per code, in code units; a code may be a list of several. */
function splitBy(value: string, parts: string): string {
  return `
UNION ALL (
  SELECT coalesce(part #>> '{}', 'unknown') COLLATE "C" AS code, ${value}
  FROM (${parts}) AS parts GROUP BY 1 ORDER BY 1
)`;
}
