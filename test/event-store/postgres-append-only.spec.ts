import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Pool } from 'pg';
import { events, newStream, registry } from './contract/events.js';
import { postgresTarget, type PostgresTarget } from './contract/postgres-target.js';

let target: PostgresTarget;

beforeAll(async () => {
  target = await postgresTarget();
  await target.open(registry).append(newStream(), 'none', events(3));
});
afterAll(() => target.close());

const changes = [
  `UPDATE event_store.log SET type = 'other'`,
  `UPDATE event_store.log_0 SET type = 'other'`,
  'DELETE FROM event_store.log',
  'DELETE FROM event_store.log_0 WHERE position = 1',
  'TRUNCATE event_store.log',
  'TRUNCATE event_store.log_0',
  'TRUNCATE event_store.log_1',
  'DELETE FROM event_store.stream',
  'TRUNCATE event_store.stream',
  'DELETE FROM event_store.head',
];

const additions = [
  `INSERT INTO event_store.log SELECT position + 3, stream, revision, id, type, data, metadata,
    recorded_at, slice FROM event_store.log`,
  `INSERT INTO event_store.stream VALUES ('youth-1', 0)`,
  'UPDATE event_store.head SET position = 0',
  'SELECT event_store.make_partition(7)',
];

const permissionDenied = { code: '42501' };

describe.each(['sikkerby_app', 'sikkerby_projector'] as const)('as %s', (role) => {
  let pool: Pool;
  beforeAll(() => {
    pool = target.connect(role);
  });

  test.each([...changes, ...additions])('refused: %s', async (statement) => {
    await expect(pool.query(statement)).rejects.toMatchObject(permissionDenied);
  });

  test('reading is allowed', async () => {
    const { rows } = await pool.query('SELECT count(*)::int FROM event_store.log');
    expect(rows).toEqual([{ count: 3 }]);
  });
});

test('the projector may not append', async () => {
  const call = `SELECT event_store.append('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '', '')`;
  await expect(target.connect('sikkerby_projector').query(call)).rejects.toMatchObject(
    permissionDenied,
  );
  await target.connect('sikkerby_app').query(call);
});

describe('as the owner', () => {
  test.each(changes)('refused: %s', async (statement) => {
    await expect(target.connect().query(statement)).rejects.toThrow('append-only');
  });
});
