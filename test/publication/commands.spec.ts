import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoUser, type Role } from '@sikkerby/access';
import { UserError } from '../../apps/cli/program.js';
import { settingsFor } from '../support/settings.js';
import { publishCommand } from '../../apps/cli/publish.command.js';
import { publicationOffice, type PublicationOffice } from './publication-office.js';
import { patience } from '../support/patience.js';
import { runCommand } from '../support/run-command.js';

jest.setTimeout(patience(120));

const statement = ['--year', '2016', '--statement', '1'];
let office: PublicationOffice;
let folder: string;

beforeAll(async () => {
  office = await publicationOffice();
  await office.cases(2016, 40);
  await office.statementOf(2016, 'final');
  folder = await mkdtemp(join(tmpdir(), 'sikkerby-published-'));
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

/** What `sikkerby publish` says to somebody of the role, and its exit code. */
async function said(role: Role, ...words: string[]) {
  const token = await office.system.demoIdentity().sign(demoUser(role));
  const settings = { ...settingsFor(office.databaseUrl), SIKKERBY_TOKEN: token };
  return runCommand(publishCommand(), words, settings);
}

describe('sikkerby publish', () => {
  it('checks a statement, and says how much of each table would be hidden', async () => {
    const { out, code } = await said('analyst', 'check', ...statement);
    expect(code).toBeUndefined();
    expect(out).toMatch(/youth-concern\.cases-handled\.by-district-and-age +\d+ of \d+ hidden/);
    expect(out).toMatch(/\d+ sensitive cells attacked/);
  });

  it('prepares and releases it, by two, and writes the files that are then public', async () => {
    await expect(said('report-approver', 'prepare', ...statement)).rejects.toThrow(UserError);
    const prepared = await said('analyst', 'prepare', ...statement);
    expect(prepared.out).toBe('release 1 of 2016 waits to be released\n');
    await expect(said('analyst', 'release', '--number', '1')).rejects.toThrow(UserError);
    const { out } = await said('report-approver', 'release', '--number', '1', '--out', folder);
    const files = await readdir(folder);
    expect(out).toBe(`release 1 is out: ${files.length} files\n`);
    const total = 'safety-lift.places.by-district.2016.da.csv';
    const path = `/publication/releases/1/files/${total}`;
    expect(await readFile(join(folder, total), 'utf8')).toBe(
      (await office.ask(path, 'auditor')).text,
    );
  });

  it('shows the ledger, makes its files again and attacks it', async () => {
    const { out, code } = await said('auditor', 'ledger', '--rerun', '--attack');
    expect(out).toMatch(/^release 1 +2016 +released +[0-9a-f]{64}\n/);
    expect(out).toContain('13 figures published elsewhere');
    expect(code).toBeUndefined();
  });

  it('ends with 1 and the cells where an attacker finds something', async () => {
    await office.cases(2016, 1);
    await office.statementOf(2016, 'revision');
    const second = ['--year', '2016', '--statement', '2'];
    const checked = await said('analyst', 'check', ...second);
    expect(checked.code).toBe(1);
    expect(checked.out).toMatch(/changes by too few: youth-concern\.cases-handled/);
    expect(await said('analyst', 'prepare', ...second)).toEqual({
      ...{ out: 'held for the next revision of 2016\n', code: 1 },
    });
  });

  it('gives a sample in which nobody stands out, or none', async () => {
    const out = join(folder, 'sample.csv');
    const rows = [...['sample', ...statement], '--measure', 'youth-concern.cases-handled'];
    const asked = [...rows, '--purpose', 'audit', '--out', out, '--by', 'district', 'ageBand'];
    const told = await said('analyst', ...asked, '--sensitive', 'level');
    expect(told.out).toMatch(/sample\.csv: 40 rows, groups of (\d+) or more\n$/);
    const [, ...lines] = (await readFile(out, 'utf8')).trim().split(/\r?\n/);
    const groups = new Map<string, number>();
    for (const line of lines) {
      const [pseudonym = '', ...codes] = line.split(/[;,]/);
      expect(pseudonym).toMatch(/^[0-9a-f]{64}$/);
      const group = codes.slice(0, 2).join(' ');
      groups.set(group, (groups.get(group) ?? 0) + 1);
    }
    expect(Math.min(...groups.values())).toBeGreaterThanOrEqual(5);
    const none = await said('analyst', ...asked, '--sensitive', 'level', '--k', '41');
    expect(none).toEqual({
      out: 'Stikprøven har 40 rækker; hver gruppe skal have mindst 41. / The sample has 40 rows; each group must have at least 41.\n',
      code: 1,
    });
    const careless = said('analyst', ...asked, '--sensitive', 'level', '--k', '2');
    await expect(careless).rejects.toThrow('k is a whole number of at least 3');
    const closed = asked.map((word) =>
      word === 'youth-concern.cases-handled' ? 'infohus.persons-given-intervention' : word,
    );
    await expect(said('analyst', ...closed, '--sensitive', 'gender')).rejects.toThrow(
      'of this only totals leave the house',
    );
    await expect(said('auditor', ...asked, '--sensitive', 'level')).rejects.toThrow(UserError);
  });

  it('says in one line what is wrong', async () => {
    const missing = said('analyst', 'check', '--year', '2016', '--statement', '9');
    await expect(missing).rejects.toThrow('there is no such statement or release');
    await expect(said('analyst', 'check', '--year', 'x', '--statement', '1')).rejects.toThrow(
      '--year is a whole number',
    );
  });
});
