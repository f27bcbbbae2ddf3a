import pg from 'pg';

/** What a connection may do: the API's commands and queries, or the projector's read models. */
export type Role = 'sikkerby_app' | 'sikkerby_projector';

export interface PoolOptions {
  /** Shown as the application's name in `pg_stat_activity`. */
  readonly name: string;
  /** Without it the connections keep the rights of the login user. */
  readonly role?: Role;
  /** Connections at most; 10 without it. */
  readonly max?: number;
  /** Milliseconds after which a statement is cancelled; never without it. */
  readonly statementTimeout?: number;
}

/** Connections to the database, in UTC, each in the role from its first statement on. */
export function createPool(
  url: string,
  { name, role, max, statementTimeout }: PoolOptions,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    options: ['-c TimeZone=UTC', ...(role ? [`-c role=${role}`] : [])].join(' '),
    max: max ?? 10,
    ...(statementTimeout === undefined ? {} : { statement_timeout: statementTimeout }),
  });
  // A connection that breaks is replaced, and what it was doing fails; unheard, it would end the
  // process. The pool itself hears only those that nobody holds.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
