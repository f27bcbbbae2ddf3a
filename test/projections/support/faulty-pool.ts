import type { Pool, PoolClient } from 'pg';

export interface Fault {
  /** Which statement on lent connections it happens at, from 1. */
  readonly at: number;
  /** Before the statement is sent, or after it is done but before anybody hears of it. */
  readonly when: 'before' | 'after';
}

/** The connection is lost once; whoever lent it sees only that. */
export class LostConnection extends Error {}

/** The pool, except that it loses a connection at that statement. */
export function faultyPool(pool: Pool, { at, when }: Fault): { pool: Pool; struck: () => boolean } {
  let statements = 0;
  const lend = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    return new Proxy(client, {
      get(target, name) {
        if (name !== 'query') return bound(target, name);
        return (statement: unknown, values?: unknown[]) => {
          if (typeof statement !== 'string') return target.query(statement as never);
          statements += 1;
          return statements === at
            ? lose(target, statement, values)
            : target.query(statement, values);
        };
      },
    });
  };
  const lose = async (client: PoolClient, statement: string, values?: unknown[]) => {
    if (when === 'after') await client.query(statement, values);
    throw new LostConnection();
  };
  return {
    pool: new Proxy(pool, {
      get: (target, name) => (name === 'connect' ? lend : bound(target, name)),
    }),
    struck: () => statements >= at,
  };
}

function bound(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name, target);
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
}
