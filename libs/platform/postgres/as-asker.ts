import pg from 'pg';

/** Whom the database is asked for: what row-level security looks at. */
export interface Asker {
  readonly user?: string;
  readonly role?: string;
  /** Districts whose rows they may see. */
  readonly districts?: readonly string[];
  /** Programmes whose persons they may see. */
  readonly programmes?: readonly string[];
}

/** Says in a transaction whom it is for; what is not said is nobody and nothing. */
export const setAsker = `SELECT set_config('sikkerby.user', $1, true),
  set_config('sikkerby.role', $2, true), set_config('sikkerby.districts', $3, true),
  set_config('sikkerby.programmes', $4, true)`;

export function askerValues({ user = '', role = '', districts = [], programmes = [] }: Asker) {
  return [user, role, districts.join(), programmes.join()];
}

/** The same with its values in it, so that it can go with BEGIN: nearly every request asks this. */
function sayingWho(asker: Asker): string {
  const values = askerValues(asker).map((value) => pg.escapeLiteral(value));
  return setAsker.replace(/\$(\d)/g, (_, number: string) => values[Number(number) - 1] ?? '');
}

/** Does the work in a transaction that sees what the asker may see, and nothing else. */
export async function asAsker<Result>(
  pool: pg.Pool,
  asker: Asker,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    await client.query(`BEGIN; ${sayingWho(asker)}`);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => (isBroken = true));
    throw error;
  } finally {
    client.release(isBroken);
  }
}
