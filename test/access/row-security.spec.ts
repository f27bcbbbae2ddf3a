import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, type Asker } from '@sikkerby/postgres';
import type pg from 'pg';
import { lists } from '../../libs/programmes/youth-concern/lists/lists.js';
import { House } from '../statistics/support/house.js';

const tables = ['case_row', 'due_period', 'agenda_row', 'transfer_row'] as const;
const nothing = { case_row: 0, due_period: 0, agenda_row: 0, transfer_row: 0 };
const text = { vault: 'v', digest: 'd' };

let house: House;
let app: pg.Pool;

/** Three cases of Nørrebro: a plain one, one assigned to carl, one that Valby is asked to take over. */
beforeAll(async () => {
  house = await House.open();
  app = createPool(house.url, { name: 'test', role: 'sikkerby_app', max: 1 });
  await withPlan(await house.opened('2017-05-01'));
  const assigned = await withPlan(await house.opened('2017-05-01'));
  await house.give(assigned, 'assign', '2017-05-04', { caseworker: 'carl', team: 'team-1' });
  const moving = await withPlan(await house.opened('2017-05-01'));
  const to = { toDistrict: 'valby', toTeam: 'ssp-valby' };
  await house.give(moving, 'request-transfer', '2017-06-01', to);
  const { position } = await house.store.head();
  await house.readModels.waitForPosition([lists], position, 30_000);
});

afterAll(async () => {
  await app.end();
  await house.close();
});

/** With an action that is due and an item on an agenda. */
async function withPlan(id: string): Promise<string> {
  await house.give(id, 'adopt-plan', '2017-05-02', { goals: text });
  const action = { responsibleOrganisation: 'klub', description: text, dueOn: '2017-06-01' };
  await house.give(id, 'add-action', '2017-05-02', { ...action, actionId: `action of ${id}` });
  const item = { forum: 'local-committee', meetingOn: '2017-06-01', itemId: `item of ${id}` };
  await house.give(id, 'put-on-agenda', '2017-05-03', item);
  return id;
}

/** Rows of each table that a query without any condition finds. */
function seenBy(asker: Asker): Promise<Record<string, number>> {
  return house.readModels.readView(lists, asker, async (manager) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const found = await manager.query<object[]>(`SELECT FROM ${table}`);
      counts[table] = found.length;
    }
    return counts;
  });
}

const role = 'ssp-caseworker';
const four = (rows: number, transfers: number) => ({
  ...{ case_row: rows, due_period: rows, agenda_row: rows, transfer_row: transfers },
});

describe('the rows behind the case lists, to a query that asks for all of them', () => {
  it.each<[string, Asker, Record<string, number>]>([
    // Of the transfer its receiver has the row.
    ['are all there for their district', { role, districts: ['noerrebro'] }, four(3, 0)],
    ['are those that a district is asked for', { role, districts: ['valby'] }, four(1, 1)],
    ['are those that are assigned to somebody', { role, user: 'carl' }, four(1, 0)],
    ['are each there once', { role, user: 'carl', districts: ['valby', 'noerrebro'] }, four(3, 1)],
    ['are not there for another district', { role, districts: ['vanloese'] }, nothing],
    ['are not there for another user', { role, user: 'dora' }, nothing],
    ['are not there for nobody', {}, nothing],
    ['are not there for a district that is a list', { districts: ['x,noerrebro x'] }, nothing],
  ])('%s', async (_, asker, rows) => {
    expect(await seenBy(asker)).toEqual(rows);
  });

  it('are the same after a rebuild', async () => {
    await house.rebuild();
    expect(await seenBy({ districts: ['valby'] })).toEqual(four(1, 1));
    expect(await seenBy({ districts: ['vanloese'] })).toEqual(nothing);
  });

  it('are not there for the application when it forgets to say who asks', async () => {
    const { rows } = await app.query<{ generation: string }>(
      'SELECT generation FROM projections.projection WHERE name = $1',
      [lists],
    );
    for (const table of tables) {
      const all = await app.query(`SELECT FROM "${rows[0]?.generation ?? ''}".${table}`);
      expect([table, all.rowCount]).toEqual([table, 0]);
    }
  });

  it('are out of reach for what the application could say to the database', async () => {
    const { rows } = await app.query<{ generation: string }>(
      'SELECT generation FROM projections.projection WHERE name = $1',
      [lists],
    );
    const table = `"${rows[0]?.generation ?? ''}".case_row`;
    for (const statement of [
      `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
      `DROP POLICY seen ON ${table}`,
      `UPDATE ${table} SET district = 'vanloese'`,
      `SET row_security = off; SELECT FROM ${table}`,
    ]) {
      await expect(app.query(statement)).rejects.toThrow(
        /must be owner|permission denied|row-level security/,
      );
    }
    await app.query('RESET row_security');
  });
});

it('facts are counted for whoever asks for a figure', async () => {
  expect(await house.figure('cases-handled', 2017)).toBe(3);
});
