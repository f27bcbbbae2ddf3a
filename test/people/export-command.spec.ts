import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readConfiguration } from '@sikkerby/configuration';
import { day } from '@sikkerby/kernel';
import { createPool } from '@sikkerby/postgres';
import { rebuild } from '@sikkerby/projections';
import { openSystem } from '@sikkerby/system';
import { CommanderError } from 'commander';
import { peopleCommand } from '../../apps/cli/people.command.js';
import { UserError } from '../../apps/cli/program.js';
import { runCommand } from '../support/run-command.js';
import { settingsFor } from '../support/settings.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';

const subject = randomUUID();
let database: TestDatabase;
let settings: Record<string, string>;

beforeAll(async () => {
  database = await readyDatabase();
  settings = settingsFor(database.url);
  const system = await openSystem(readConfiguration(settings), 'test');
  const person = { programme: 'youth-concern', subject };
  const birthDate = day('2002-05-17');
  await system.register.keep(person, { name: 'Prøve Opdigtet-7', birthDate, gender: 'male' });
  await rebuild({ ...system, pool: system.projectorPool });
  await system.close();
});
afterAll(() => database.close());

async function exported(...words: string[]): Promise<string> {
  const { out } = await runCommand(
    peopleCommand(),
    ['export', 'youth-concern', ...words],
    settings,
  );
  return out;
}

it('gives what is kept as a page, and as data; each is logged before', async () => {
  const page = await exported(subject, '--by', 'probe.dpo', '--language', 'en');
  expect(page).toMatch(/^<!doctype html>[^]*Access to what is registered: SSP cases/);
  expect(page).toContain('Prøve Opdigtet-7');
  const data = await exported(subject, '--by', 'probe.dpo', '--json');
  expect(JSON.parse(data)).toMatchObject({
    records: [{ subject, particulars: [{ name: 'Prøve Opdigtet-7' }] }],
    lookUps: [{ verb: 'disclose', purpose: 'subject-access' }],
  });
  const owner = createPool(database.url, { name: 'owner', max: 1 });
  const { rows } = await owner.query<object>('SELECT "user", subject, route FROM read_log.look');
  await owner.end();
  const row = { user: 'probe.dpo', subject, route: 'sikkerby people export' };
  expect(rows).toEqual([row, row]);
});

it.each([
  ['nobody is known so', [randomUUID(), '--by', 'probe.dpo'], UserError],
  ['a UUID', ['170502-4001', '--by', 'probe.dpo'], UserError],
  ["required option '--by", [subject], CommanderError],
])('says what is wrong: %s', async (words, args, Complaint) => {
  const failed = exported(...args);
  await expect(failed).rejects.toThrow(Complaint);
  await expect(failed).rejects.toThrow(words);
});
