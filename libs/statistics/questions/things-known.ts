import type { EntityManager } from 'typeorm';
import type { Measure } from '../figures/measure.js';

export const thingsKnownSql = `
-- The things that had a fact by a position. Rows (thing), each once, in no order.
-- $1   kind         text       the facts of this kind
-- $2   as_of        text       recorded up to this position of the log, inclusive
-- $3   distinct     text       what counts as one: unit, person, or what the facts name by this code
SELECT DISTINCT
  CASE $3::text WHEN 'unit' THEN unit WHEN 'person' THEN person ELSE codes ->> $3::text END AS thing
FROM fact WHERE kind = $1::text AND asserted_at <= $2::text
`;

/** What the measure counts of which there was a fact by the position. */
export async function thingsKnown(
  manager: EntityManager,
  { kind, distinct }: Measure,
  asOf: string,
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ thing: string }[]>(thingsKnownSql, [kind, asOf, distinct]);
  return new Set(rows.map(({ thing }) => thing));
}
