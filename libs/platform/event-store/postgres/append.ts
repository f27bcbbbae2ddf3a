import type { Pool } from 'pg';
import { backOff } from '../back-off.js';
import type { ExpectedRevision } from '../event-store.js';
import { isBreak } from './connection-break.js';

/** One append of a group, its events as the database takes them. */
export interface Append {
  readonly stream: string;
  readonly slice: number;
  readonly expected: ExpectedRevision;
  readonly ids: readonly string[];
  readonly types: readonly string[];
  readonly data: readonly string[];
  readonly metadata: readonly string[];
}

/** `revision` is the last event's; for a conflict the stream's, null when it does not exist. */
export type Outcome =
  | { readonly outcome: 'conflict'; readonly revision: number | null }
  | {
      readonly outcome: 'appended' | 'repeated';
      readonly revision: number;
      readonly position: string;
      readonly recordedAt: string;
    };

const statement = `SELECT outcome, last_revision AS revision, last_position AS position,
  to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt"
  FROM event_store.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

// No JSON text holds it: control characters in it are escaped.
const separator = '\u001e';

const tries = 5;

/**
 * Appends the group in one round trip. When the connection breaks nobody knows whether it is in:
 * the same ids make it safe to try again.
 */
export async function appendGroup(pool: Pool, group: readonly Append[]): Promise<Outcome[]> {
  const values = [
    group.map(({ stream }) => stream),
    group.map(({ slice }) => slice),
    group.map(({ expected }) => codeOf(expected)),
    group.map(({ ids }) => ids.length),
    group.flatMap(({ ids }, index) => ids.map(() => index + 1)),
    group.flatMap(({ ids }) => ids.map((_, step) => step)),
    group.flatMap(({ ids }) => ids),
    group.flatMap(({ types }) => types),
    group.flatMap(({ data }) => data).join(separator),
    group.flatMap(({ metadata }) => metadata).join(separator),
  ];
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rows } = await pool.query<Outcome>({ name: 'append', text: statement, values });
      return rows;
    } catch (error) {
      if (attempt === tries || !isBreak(error)) throw error;
      await backOff(attempt);
    }
  }
}

function codeOf(expected: ExpectedRevision): number {
  if (expected === 'none') return -1;
  return expected === 'exists' ? -2 : expected;
}
