import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFile } from 'node:child_process';
import { demoUser, type Role } from '@sikkerby/access';
import { readConfiguration } from '@sikkerby/configuration';
import { asAsker } from '@sikkerby/postgres';
import { rebuild } from '@sikkerby/projections';
import { openSystem, type System } from '@sikkerby/system';
import { UserError } from '../../apps/cli/program.js';
import { settingsFor } from '../support/settings.js';
import { statisticsCommand } from '../../apps/cli/statistics.command.js';
import { openedCase } from '../faults/opened-case.js';
import { Random } from '../golden-year/random.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';
import { patience } from '../support/patience.js';
import { runCommand } from '../support/run-command.js';

jest.setTimeout(patience(120));

const handled = 'youth-concern.cases-handled';
const random = new Random(5);
let database: TestDatabase;
let settings: Record<string, string>;
let system: System;

beforeAll(async () => {
  database = await readyDatabase();
  settings = settingsFor(database.url);
  system = await openSystem(readConfiguration(settings), 'test');
  await open();
  await upToDate();
});
afterAll(async () => {
  await system.close();
  await database.close();
});

function open() {
  const { stream, events } = openedCase(random);
  return system.store.append(stream, 'none', events);
}
const upToDate = () => rebuild({ ...system, pool: system.projectorPool });

/** What `sikkerby statistics` says to somebody of the role, or to nobody. */
async function said(role: Role | 'nobody', ...words: string[]): Promise<string> {
  const token = role === 'nobody' ? 'none' : await system.demoIdentity().sign(demoUser(role));
  const theirs = { ...settings, SIKKERBY_TOKEN: token };
  return (await runCommand(statisticsCommand(), words, theirs)).out;
}
async function json(role: Role, ...words: string[]): Promise<unknown> {
  return JSON.parse(await said(role, ...words, '--json'));
}

/** Exit code and output of the program itself, which needs no token for this. */
function ended(...words: string[]): Promise<{ code: unknown; out: string }> {
  const program = ['dist/apps/cli/main.js', 'statistics', ...words];
  const env = { PATH: process.env.PATH, ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, program, { env }, (failed, out) => {
      resolve({ code: failed?.code ?? 0, out });
    });
  });
}

const year = ['--year', '2017'];
const first = [...year, '--number', '1'];
const final = [...year, '--kind', 'final'];
const named = ['--events', '--purpose', 'audit'];

describe('sikkerby statistics', () => {
  it('freezes a year and approves it, by two', async () => {
    const frozen = await json('analyst', 'freeze', ...final);
    expect(frozen).toMatchObject({ number: 1, kind: 'final', frozenBy: 'demo-analyst' });
    expect(await json('report-approver', 'approve', ...first)).toMatchObject({ revision: 1 });
  });

  it('draws it up again: the same bytes, exit code 0', async () => {
    expect(await json('admin', 'rerun', ...first)).toMatchObject([{ number: 1, isTheSame: true }]);
    const { out, code } = await ended('rerun', ...year);
    expect([code, out]).toEqual([0, expect.stringMatching(/^statement 1 +[0-9a-f]{64} +the same/)]);
  });

  it('says what changed since, and by which event', async () => {
    await open();
    await upToDate();
    const late = { reason: 'late', change: 1, events: [{ type: 'youth-concern.case-opened.v1' }] };
    expect(await json('analyst', 'diff', ...first)).toMatchObject({
      cells: expect.arrayContaining([
        expect.objectContaining({ measure: handled, by: null, before: 1, after: 2 }),
      ]),
    });
    const { cells } = (await json('analyst', 'diff', ...first)) as { cells: object[] };
    expect(cells[0]).toMatchObject({ reasons: [late] });
    const out = await said('analyst', 'diff', ...first);
    expect(out).toMatch(/youth-concern.cases-handled .* 1 -> 2 .*\+1 .*Registreret senere/);
    expect(await json('analyst', 'revise', ...year)).toMatchObject({ number: 2, kind: 'revision' });
    const between = await json('analyst', 'diff', ...first, '--until', '2');
    expect((between as { cells: object[] }).cells).toEqual(cells);
  });

  it('turns a statement down, and says so to whoever approves it after', async () => {
    const second = [...year, '--number', '2'];
    const reject = ['reject', ...second, '--reason', 'data-missing'];
    expect(await said('report-approver', ...reject)).toBe('statement 2 of 2017 is rejected\n');
    await expect(said('report-approver', 'approve', ...second)).rejects.toThrow(
      'refused: a-rejected-statement-stays-rejected',
    );
  });

  it('explains a number; the events by name only to an auditor', async () => {
    const told = await json('analyst', 'explain', handled, ...year);
    expect(told).not.toHaveProperty('value');
    const out = await said('auditor', 'explain', handled, ...year);
    expect(out).toMatch(/Sager behandlet af SSP \/ Cases handled by SSP, 2017: skjult/);
    const whole = await json('analyst', 'explain', 'street-outreach.workers', ...year);
    expect(whole).toMatchObject({ value: 0, facts: 0 });
    const named = [handled, ...year, '--events', '--purpose', 'audit'];
    expect(await json('auditor', 'explain', ...named)).toMatchObject({
      value: 2,
      events: [{}, {}],
    });
    const { rows } = await asAsker(system.appPool, { role: 'dpo' }, (client) =>
      client.query<{ count: number }>(
        `SELECT count(*)::integer FROM read_log.look WHERE route = 'sikkerby statistics explain'`,
      ),
    );
    expect(rows).toEqual([{ count: 4 }]);
  });

  it('has exit code 1 when a byte differs', async () => {
    const { rows } = await system.projectorPool.query<{ generation: string }>(
      `SELECT generation FROM projections.projection WHERE name = 'youth-concern.facts'`,
    );
    const facts = `"${rows[0]?.generation ?? ''}".fact`;
    await system.projectorPool.query(`UPDATE ${facts} SET district = 'nowhere'`);
    const { code, out } = await runCommand(statisticsCommand(), ['rerun', ...first], settings);
    expect([code, out]).toEqual([1, expect.stringContaining('NOT THE SAME')]);
    await upToDate();
    expect(await said('nobody', 'rerun', ...first)).toMatch(/ the same$/m);
  });
});

describe('a mistake is one line', () => {
  beforeAll(upToDate);

  it.each<[words: string, role: Role | 'nobody', ...args: string[]]>([
    ['SIKKERBY_TOKEN', 'nobody', 'freeze', ...final],
    ['this is for analyst', 'auditor', 'freeze', ...final],
    ['this is for report-approver', 'analyst', 'approve', ...first],
    [
      'this is for report-approver',
      ...(['analyst', 'reject', ...first, '--reason', 'data-missing'] as const),
    ],
    ['this is for auditor', 'analyst', 'explain', handled, ...year, ...named],
    ['say --purpose', 'auditor', 'explain', handled, ...year, '--events'],
    [
      'refused: a-final-statement-is-followed-by-revisions-only',
      ...(['analyst', 'freeze', ...final] as const),
    ],
    [
      'refused: an-approved-statement-stays-approved',
      ...(['report-approver', 'reject', ...first, '--reason', 'data-missing'] as const),
    ],
    ['there is no such statement', 'report-approver', 'approve', ...year, '--number', '9'],
    ['there is no such statement', 'analyst', 'diff', ...year, '--number', '9'],
    ['there is no such statement', 'nobody', 'rerun', ...year, '--number', '9'],
    ['measure must be', 'analyst', 'explain', 'youth-concern.nothing', ...year],
    ['--year is a whole number', 'analyst', 'revise', '--year', 'x'],
  ])('%s', async (words, role, ...args) => {
    const mistake = await said(role, ...args).catch((error: unknown) => error);
    expect(mistake).toBeInstanceOf(UserError);
    expect((mistake as Error).message).toContain(words);
  });

  it('also while the read models are behind', async () => {
    await open();
    await expect(said('analyst', 'freeze', '--year', '2016', '--kind', 'final')).rejects.toThrow(
      /^not up to date.*projector/,
    );
  });

  it('and exit code 64 when the command is not as it is used', async () => {
    expect(await ended('freeze', ...year, '--kind', 'revision')).toEqual({ code: 64, out: '' });
  });
});
