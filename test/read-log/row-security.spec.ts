import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readLogMigrations } from '@sikkerby/access';
import { asAsker, createPool, migrate, roleMigrations, type Asker } from '@sikkerby/postgres';
import type { Pool } from 'pg';
import { testDatabase, type TestDatabase } from '../support/database.js';

const coordinator = 'ssp-coordinator';
const everything = ['exit-programme', 'leisure-job', 'youth-concern', null];
const nothing: string[] = [];

let database: TestDatabase;
let owner: Pool;
let app: Pool;

/** A look in each of three programmes, and one that found nobody. */
beforeAll(async () => {
  database = await testDatabase();
  await migrate(database.url, [...roleMigrations, ...readLogMigrations]);
  owner = createPool(database.url, { name: 'owner', max: 1 });
  app = createPool(database.url, { name: 'test', role: 'sikkerby_app', max: 1 });
  await owner.query(
    `INSERT INTO read_log.look ("user", role, organisation, verb, purpose, programme, policies, route,
      correlation_id)
    SELECT 'probe.worker', 'ssp-caseworker', 'ssp', 'reveal', 'case-work', programme, '{}', '/', ''
    FROM unnest($1::text[]) programme`,
    [everything],
  );
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.close();
});

/** The programmes of the looks that a query without any condition finds. */
function seenBy(asker: Asker): Promise<(string | null)[]> {
  return asAsker(app, asker, async (client) => {
    const { rows } = await client.query<{ programme: string | null }>(
      'SELECT programme FROM read_log.look ORDER BY programme',
    );
    return rows.map(({ programme }) => programme);
  });
}

describe('the looks in the read log, to a query that asks for all of them', () => {
  it.each<[string, Asker, (string | null)[]]>([
    ['are all there for the data protection officer', { role: 'dpo' }, everything],
    ['are all there for the auditor', { role: 'auditor' }, everything],
    [
      'are those of their programme for a coordinator',
      { role: coordinator, programmes: ['youth-concern'] },
      ['youth-concern'],
    ],
    [
      'are those of each of their programmes for a coordinator of several',
      { role: coordinator, programmes: ['youth-concern', 'leisure-job'] },
      ['leisure-job', 'youth-concern'],
    ],
    ['are not there for a coordinator of nothing', { role: coordinator }, nothing],
    [
      'are not there for a coordinator of a programme whose name only begins like it',
      { role: coordinator, programmes: ['youth', 'youth-concern-2'] },
      nothing,
    ],
    [
      'are not there for a caseworker of the programme',
      { role: 'ssp-caseworker', programmes: ['youth-concern'] },
      nothing,
    ],
    ['are not there for an administrator', { role: 'admin', programmes: ['oversight'] }, nothing],
    ['are not there for whoever made them', { user: 'probe.worker' }, nothing],
    ['are not there for nobody', {}, nothing],
  ])('%s', async (_, asker, programmes) => {
    expect(await seenBy(asker)).toEqual(programmes);
  });

  it('are not there for the application when it forgets to say who asks', async () => {
    expect((await app.query('SELECT FROM read_log.look')).rowCount).toBe(0);
  });
});

it.each([
  `UPDATE read_log.look SET programme = 'leisure-job'`,
  'DELETE FROM read_log.look',
  'TRUNCATE read_log.look CASCADE',
  'DELETE FROM read_log.sampled_look',
  'DELETE FROM read_log.sampled_month',
  'ALTER TABLE read_log.look DISABLE ROW LEVEL SECURITY',
  'DROP POLICY coordinators_review_their_programmes ON read_log.look',
])('nobody who reviews can say to the database: %s', async (statement) => {
  const asked = asAsker(app, { role: 'dpo' }, (client) => client.query(statement));
  await expect(asked).rejects.toThrow(/permission denied|must be owner/);
});

it.each([
  `UPDATE read_log.look SET programme = 'leisure-job'`,
  'DELETE FROM read_log.look',
  'TRUNCATE read_log.look CASCADE',
])('not even the owner can say to the database: %s', async (statement) => {
  await expect(owner.query(statement)).rejects.toThrow('the read log is append-only');
});
