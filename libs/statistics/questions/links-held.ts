import type { EntityManager } from 'typeorm';
import type { LinkNow } from '../facts/fact.js';

export const linksHeldSql = `
-- The links that are held at a position. Rows (kind, from, to), in no order.
-- $1   as_of        text       as known at this position of the log, inclusive
SELECT kind, "from", "to" FROM link
WHERE asserted_at <= $1::text AND coalesce(retracted_at > $1::text, true)
`;

/** The links of units and of persons, as known at the position. */
export function linksHeld(manager: EntityManager, asOf: string): Promise<LinkNow[]> {
  return manager.query<LinkNow[]>(linksHeldSql, [asOf]);
}
