import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { demoUser } from '@sikkerby/access';
import { readConfiguration } from '@sikkerby/configuration';
import { employeeId, workFor } from '@sikkerby/oversight';
import { rebuild } from '@sikkerby/projections';
import { openSystem } from '@sikkerby/system';
import { Command } from 'commander';
import { UserError } from '../../apps/cli/program.js';
import { settingsFor } from '../support/settings.js';
import { openedCase } from '../faults/opened-case.js';
import { Random } from '../golden-year/random.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';
import { writing } from '../support/writing.js';

const sikkerby = new Command('sikkerby');
for (const file of readdirSync('apps/cli').filter((name) => name.endsWith('.command.ts'))) {
  const module: unknown = await import(`../../apps/cli/${file.replace(/ts$/, 'js')}`);
  for (const make of Object.values(module as Record<string, () => Command>)) {
    sikkerby.addCommand(make());
  }
}

/** A command and those under it, by the words that one types. */
const named = (command: Command, words: readonly string[] = []): [string, Command][] => [
  [words.join(' '), command],
  ...command.commands.flatMap((under) => named(under, [...words, under.name()])),
];
const all = named(sikkerby).slice(1);

describe('sikkerby', () => {
  it.each(all)(
    '%s says what it is for, what each word of it means, and answers in JSON',
    (_, command) => {
      expect(command.description()).not.toBe('');
      for (const { description } of [...command.options, ...command.registeredArguments]) {
        expect(description).not.toBe('');
      }
      const isGroup = command.commands.length > 0;
      expect(command.options.some(({ long }) => long === '--json')).toBe(!isGroup);
      expect(command.helpInformation()).toContain('--help');
    },
  );
});

for (const [, command] of all) command.exitOverride();

const clerk = 'clerk';
const { stream, events } = openedCase(new Random(1));
let database: TestDatabase;
let before: NodeJS.ProcessEnv;

beforeAll(async () => {
  database = await readyDatabase();
  before = process.env;
  process.env = { ...before, ...settingsFor(database.url) };
  const system = await openSystem(readConfiguration(), 'test');
  const { store, projections, projectorPool } = system;
  await store.append(stream, 'none', events);
  await workFor(writing(system), clerk, ['valby'], demoUser('admin'));
  await rebuild({ projections, store, pool: projectorPool });
  await system.close();
});
afterAll(async () => {
  process.env = before;
  await database.close();
});

/** What the command prints. */
async function said(...words: string[]): Promise<string> {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await sikkerby.parseAsync(words, { from: 'user' });
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

const year = ['--year', '2017'];
const facts = { name: 'youth-concern.facts', state: 'running', quarantined: [] };

describe('the answer in JSON', () => {
  it.each<[string[], unknown]>([
    [['statistics', 'youth-concern.cases-handled', ...year], { value: 1 }],
    [['statistics', 'youth-concern.cases-handled', ...year, '--as-of', '0'], { value: 0 }],
    [['projections', 'status'], expect.arrayContaining([expect.objectContaining(facts)])],
    [['projections', 'rebuild', 'youth-concern.facts'], { switched: ['youth-concern.facts'] }],
    [['projections', 'retry', 'youth-concern.facts'], { released: false }],
    [['audit', 'replay', stream], { revision: 0, state: { status: 'open' } }],
    [['audit', 'replay', `oversight_employee-${employeeId(clerk)}`], { revision: 0 }],
    [['migrate'], { upToDate: true }],
    [['token', 'auditor'], { role: 'auditor' }],
  ])('of %j', async (words, answer) => {
    expect(JSON.parse(await said(...words, '--json'))).toMatchObject(answer as object);
  });
});

describe('a mistake is one line', () => {
  it.each([
    ['statistics', 'youth-concern.nothing', ...year],
    ['statistics', 'youth-concern.cases-handled', '--year', 'x'],
    ['projections', 'rebuild', 'nothing'],
    ['audit', 'replay', 'youth_concern-nothing'],
    ['audit', 'replay', stream, '--moment', 'x'],
    ['events', 'copy', '--from', 'x', '--to', 'postgresql'],
  ])('in %s %s %s', async (...words) => {
    const mistake = await said(...words).catch((error: unknown) => error);
    expect(mistake).toBeInstanceOf(UserError);
    expect((mistake as Error).message).not.toMatch(/\n|^$/);
  });
});
