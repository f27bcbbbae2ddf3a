import { yearSpan } from '@sikkerby/kernel';
import { nothing } from './fact.js';
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
  /** Each by district, or by a code of the facts. */
  readonly splits: readonly Pick<Breakdown, 'by' | 'every'>[];
}

/** That a fact is held at the cut, which is the second parameter. */
const heldAtCut = (fact: string) =>
  `${fact}.asserted_at <= $2 AND coalesce(${fact}.retracted_at > $2, true)`;

/**
 * The figure as one statement; its rows are (by, code, value), the whole first, which has neither;
 * then one per code, in code units.
 */
export function figureQuery(question: YearQuestion): Query {
  const value = question.measure.sum ? 'coalesce(sum(quantity), 0)::integer' : 'count(*)::integer';
  return query(
    question,
    (cells) => `
SELECT "by", code COLLATE "C" AS code, ${value} AS value FROM (${cells}) AS cells
GROUP BY 1, 2`,
    `
UNION ALL SELECT NULL AS "by", NULL AS code, ${value} AS value FROM counted
ORDER BY 1 NULLS FIRST, 2`,
  );
}

/** What is in each cell of the figure: rows (by, code, thing, quantity); the whole has neither code. */
export function thingsQuery(question: YearQuestion): Query {
  return query(
    question,
    (cells) => `SELECT "by", code, thing, quantity FROM (${cells}) AS cells`,
    ' UNION ALL SELECT NULL AS "by", NULL AS code, thing, quantity FROM counted',
  );
}

/** The facts that count, with the thing that each counts for and the event that asserted it. */
export function factsQuery(question: Omit<YearQuestion, 'splits'>): Query {
  const { text, values } = active(question);
  return {
    text: `${text} SELECT thing, stream, asserted_by AS event, asserted_at AS position FROM active`,
    values,
  };
}

function query(question: YearQuestion, ofCells: (cells: string) => string, ofWhole: string): Query {
  const { text, values } = active(question);
  const all = [...values];
  const parameter = (value: unknown) => `$${String(all.push(value))}`;
  const cells = question.splits.map(({ by, every }) => {
    const name = parameter(by);
    return every ? everyCell(name) : lastCell(name);
  });
  const split = cells.length === 0 ? '' : ofCells(cells.join(' UNION ALL '));
  const whole = split === '' ? ofWhole.replace(/^\s*UNION ALL/, '') : ofWhole;
  return {
    text: `${text}, counted AS MATERIALIZED (
  SELECT thing, codes, quantity FROM active WHERE place = 1
) ${split}${whole}`,
    values: all,
  };
}

/**
 * Whatever counts is described by its last active day in the year (R10): of several facts that last
 * until that day by one of the unit's own before a duplicate's, then by the order of their streams.
 * A duplicate lends its days to its survivor (R6), and nothing when the survivor itself is void.
 */
function active({ measure, year, asOf, standsUnder }: Omit<YearQuestion, 'splits'>): Query {
  const { from, to } = yearSpan(year);
  const values: unknown[] = [measure.kind, asOf, from, to];
  const parameter = (value: unknown) => `$${String(values.push(value))}`;
  const conditions = Object.entries(measure.where).map(
    ([code, counted]) => `fact.codes ->> ${parameter(code)} = ANY (${parameter(counted)})`,
  );
  const links = `unnest(${parameter([...standsUnder.keys()])}::text[], ${parameter([...standsUnder.values()])}::text[])`;
  const counted = {
    unit: 'coalesce(merged.head, fact.unit)',
    person: 'coalesce(linked.head, fact.person)',
    ...{ place: codeOf('place'), area: codeOf('area'), employee: codeOf('employee') },
  }[measure.distinct];
  const text = `
WITH stands_under AS MATERIALIZED (SELECT * FROM ${links} AS link (name, head)),
active AS (
  SELECT ${counted} AS thing, fact.quantity, fact.stream, fact.asserted_by, fact.asserted_at,
    fact.codes || jsonb_build_object('district', fact.district) AS codes,
    row_number() OVER (PARTITION BY ${counted} ORDER BY least(fact.valid_to, $4) DESC,
      merged.head IS NOT NULL, fact.stream, fact.valid_from DESC) AS place
  FROM fact
  LEFT JOIN stands_under merged ON merged.name = fact.unit
  LEFT JOIN stands_under linked ON linked.name = fact.person
  WHERE ${[
    'fact.kind = $1',
    heldAtCut('fact'),
    'fact.valid_from <= $4 AND coalesce(fact.valid_to >= $3, true)',
    `merged.head IS DISTINCT FROM '${nothing}'`,
    ...conditions,
  ].join('\n    AND ')}
)`;
  return { text, values };
}

const codeOf = (name: string) => `fact.codes ->> '${name}'`;

const codesUnder = (by: string) => `jsonb_path_query(codes, ('$."' || ${by} || '"[*]')::jsonpath)`;

const unknownCode = `coalesce(part #>> '{}', 'unknown')`;

/** Each thing under the codes that it had last; a code may be a list of several. */
const lastCell = (by: string) => `
  SELECT ${by}::text AS "by", ${unknownCode} AS code, thing, quantity FROM counted
  LEFT JOIN LATERAL ${codesUnder(by)} part ON true`;

/** Each thing under every code that it had, once. */
const everyCell = (by: string) => `
  (SELECT DISTINCT ON (thing, part) ${by}::text AS "by", ${unknownCode} AS code, thing, quantity
  FROM active LEFT JOIN LATERAL ${codesUnder(by)} part ON true
  ORDER BY thing, part, place)`;
