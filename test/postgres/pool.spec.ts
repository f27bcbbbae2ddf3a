import { expect, it } from '@jest/globals';
import { createPool } from '@sikkerby/postgres';
import { testDatabase } from '../support/database.js';

it('a lent connection that breaks between two statements fails the next one, and no more', async () => {
  const database = await testDatabase();
  const pool = createPool(database.url, { name: 'test' });
  try {
    const lent = await pool.connect();
    const { rows } = await lent.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const ended = new Promise((resolve) => lent.once('end', resolve));
    await pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await ended;
    await expect(lent.query('SELECT 1')).rejects.toThrow();
    lent.release(true);
    await expect(pool.query('SELECT 1 AS one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
  } finally {
    await pool.end();
    await database.close();
  }
});
