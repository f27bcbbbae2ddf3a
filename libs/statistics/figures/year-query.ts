import { yearSpan } from '@sikkerby/kernel';
import { nothing } from '../facts/fact.js';
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
  return query(question, {
    whole: `SELECT NULL AS "by", NULL AS code, ${value} AS value FROM counted`,
    // Codes are put together before lists of them are taken apart: there are fewer.
    last: (by, codes) => `
SELECT ${by}::text, ${unknownCode} COLLATE "C", sum(value)::integer
FROM (SELECT ${codes} AS raw, ${value} AS value FROM counted GROUP BY 1) AS alike
${eachPart('raw')} GROUP BY 1, 2`,
    every: (by, codes) => `
SELECT ${by}::text, code COLLATE "C", ${value} FROM (${everyCell(codes)}) AS cells GROUP BY 1, 2`,
    around: (cells) => `${cells} ORDER BY 1 NULLS FIRST, 2`,
  });
}

const things = {
  whole: 'SELECT NULL AS "by", NULL AS code, thing, quantity FROM counted',
  last: (by: string, codes: string) => `
SELECT ${by}::text, ${unknownCode}, thing, quantity FROM counted ${eachPart(codes)}`,
  every: (by: string, codes: string) => `
SELECT ${by}::text, code, thing, quantity FROM (${everyCell(codes)}) AS cells`,
};

/** What is in each cell of the figure: rows (by, code, thing, quantity); the whole has neither code. */
export function thingsQuery(question: YearQuestion): Query {
  return query(question, { ...things, around: (cells) => cells });
}

/** What is in one cell, or the whole without `code`: rows (thing, quantity). */
export function cellQuery(question: YearQuestion, code: string | undefined): Query {
  return query(question, {
    ...things,
    around: (cells, parameter) => `SELECT thing, quantity FROM (${cells}) AS cell
WHERE code IS NOT DISTINCT FROM ${parameter(code ?? null)}`,
  });
}

/** The facts that count, with the thing that each counts for and the event that asserted it. */
export function factsQuery(question: Omit<YearQuestion, 'splits'>): Query {
  const { text, values } = active(question);
  return { text: `${text} SELECT thing, stream, asserted_by AS event FROM active`, values };
}

/**
 * The figure by all of its splits at once: rows (codes, value), one for each combination that occurs,
 * in code units. Only for splits of which each thing has one code.
 */
export function crossedQuery(question: YearQuestion): Query {
  const { text, values } = active(question);
  const all = [...values];
  const codes = question.splits.map(({ by }) =>
    by === 'district' ? 'district' : `codes ->> $${String(all.push(by))}::text`,
  );
  const known = codes.map((code) => `coalesce(${code}, 'unknown') COLLATE "C"`).join(', ');
  const value = question.measure.sum ? 'sum(quantity)::integer' : 'count(*)::integer';
  return {
    text: `${text} SELECT ARRAY[${known}]::text[] AS codes, ${value} AS value
FROM active WHERE place = 1 GROUP BY 1 ORDER BY 1`,
    values: all,
  };
}

/** How each part of a figure is told. @param by name of the split @param codes what it splits by */
interface Parts {
  readonly whole: string;
  readonly last: (by: string, codes: string) => string;
  readonly every: (by: string, codes: string) => string;
  /** The parts as one, put together. */
  readonly around: (cells: string, parameter: (value: unknown) => string) => string;
}

function query(question: YearQuestion, { whole, last, every, around }: Parts): Query {
  const { text, values } = active(question);
  const all = [...values];
  const parameter = (value: unknown) => `$${String(all.push(value))}`;
  const splits = question.splits.map((split) => {
    const by = parameter(split.by);
    const codes = split.by === 'district' ? 'to_jsonb(district)' : `codes -> ${by}::text`;
    return split.every ? every(by, codes) : last(by, codes);
  });
  return {
    text: `${text}, counted AS MATERIALIZED (
  SELECT thing, codes, district, quantity FROM active WHERE place = 1
) ${around([whole, ...splits].join(' UNION ALL '), parameter)}`,
    values: all,
  };
}

/**
 * Whatever counts is described by its last active day in the year (R10): of several facts that last
 * until that day by one of the unit's own before a duplicate's, then by the order of their streams, of
 * one stream by the one that began last. Two facts of one day that contradict each other (a child's two
 * ages) are put in the order of their codes, so that the same facts always give the same figure.
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
    fact.codes, fact.district,
    row_number() OVER (PARTITION BY ${counted} ORDER BY least(fact.valid_to, $4) DESC,
      merged.head IS NOT NULL, fact.stream, fact.valid_from DESC,
      fact.codes::text COLLATE "C") AS place
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

const unknownCode = `coalesce(part #>> '{}', 'unknown')`;

/** Of what may be one code, a list of several, or none. */
const eachPart = (codes: string) =>
  `LEFT JOIN LATERAL jsonb_path_query(${codes}, '$[*]') part ON true`;

/** Each thing under every code that it had, once. */
const everyCell = (codes: string) => `
  SELECT DISTINCT ON (thing, part) ${unknownCode} AS code, thing, quantity
  FROM active ${eachPart(codes)} ORDER BY thing, part, place`;
