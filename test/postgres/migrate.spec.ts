import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, migrate, roleMigrations } from '@sikkerby/postgres';
import { testDatabase, type TestDatabase } from '../support/database.js';

describe('migrations', () => {
  let databases: TestDatabase[] = [];

  beforeAll(async () => {
    databases = await Promise.all([testDatabase(), testDatabase(), testDatabase()]);
  });
  afterAll(() => Promise.all(databases.map((database) => database.close())));

  it('make the roles once, whichever of several databases and processes is first', async () => {
    const twice = [...databases, ...databases];
    await Promise.all(twice.map(({ url }) => migrate(url, roleMigrations)));

    const pool = createPool(databases[0]?.url ?? '', { name: 'tests', role: 'sikkerby_projector' });
    const { rows } = await pool.query<object>(
      `SELECT current_user AS role, current_setting('TimeZone') AS zone,
        has_database_privilege(current_database(), 'CREATE') AS creates,
        has_database_privilege('sikkerby_app', current_database(), 'CREATE') AS app_creates`,
    );
    await pool.end();
    expect(rows).toEqual([
      { role: 'sikkerby_projector', zone: 'UTC', creates: true, app_creates: false },
    ]);
  });
});
