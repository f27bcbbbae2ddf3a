import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { asAsker, createPool } from '@sikkerby/postgres';
import type { Pool } from 'pg';
import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url, { name: 'tests', max: 1 });
});
afterAll(async () => {
  await pool.end();
  await database.close();
});

it.each([
  "o'hara",
  "x', true), set_config('sikkerby.role', 'dpo', true), set_config('a.b', '",
  String.raw`\'; SELECT 1; --`,
  '$2 and $1',
])('the database is told whom it is asked for, and nothing else: %s', async (user) => {
  const { rows } = await asAsker(pool, { user, role: 'analyst' }, (client) =>
    client.query(`SELECT current_setting('sikkerby.user') AS user,
      current_setting('sikkerby.role') AS role, current_setting('sikkerby.programmes') AS programmes`),
  );
  expect(rows).toEqual([{ user, role: 'analyst', programmes: '' }]);
});
