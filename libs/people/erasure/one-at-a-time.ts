import type pg from 'pg';

// "erase" on a telephone's keys.
const lock = 37273;

/** Does the work while no other process does such work; waits until the other is done. */
export async function alone<Result>(pool: pg.Pool, work: () => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    return await work();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lock]).catch(() => (isBroken = true));
    client.release(isBroken);
  }
}
