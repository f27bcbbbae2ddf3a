import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@sikkerby/access';
import { jsonOf } from '../support/json.js';
import { UserError } from '../../apps/cli/program.js';
import { runCommand } from '../support/run-command.js';
import { settingsFor } from '../support/settings.js';
import { statisticsCommand } from '../../apps/cli/statistics.command.js';
import { openDesk, type Desk } from './desk.js';

let desk: Desk;
let folder: string;

beforeAll(async () => {
  desk = await openDesk();
  folder = await mkdtemp(join(tmpdir(), 'sikkerby-report-'));
  await desk.post('/annual-reports', { year: 2017, occurredOn: '2018-03-01' });
  const frozen = await desk.statementOf(2017);
  const { statement, sha256 } = frozen;
  await desk.post('/annual-reports/2017/freeze-figures', { statement, sha256 }, { revision: 0 });
});
afterAll(async () => {
  await desk.office.close();
  await rm(folder, { recursive: true });
});

/** What `sikkerby statistics report` answers somebody of the role. */
async function said(role: Role, ...words: string[]): Promise<object> {
  const { DATABASE_URL = '' } = desk.office.system.configuration;
  const SIKKERBY_TOKEN = await desk.tokenOf(role);
  const settings = { ...settingsFor(DATABASE_URL), SIKKERBY_TOKEN };
  const { out } = await runCommand(statisticsCommand(), ['report', ...words, '--json'], settings);
  return jsonOf<object>(out);
}

it.each([
  ['html', 'en', /<html lang="en">[^]*Draft: not published/],
  ['pdf', 'da', /^%PDF-/],
  ['csv', 'da', /youth-concern\.cases-handled/],
])('is written as %s, in the language %s', async (format, language, text) => {
  const file = join(folder, `report.${format}`);
  const asked = ['--year', '2017', '--format', format, '--language', language, '--out', file];
  const answer = await said('auditor', ...asked);
  const written = await readFile(file, 'latin1');
  expect(answer).toEqual({ year: 2017, format, language, file, bytes: written.length });
  expect(written).toMatch(text);
});

it.each<[Role, string, RegExp]>([
  ['auditor', '2016', /no such report/],
  ['auditor', 'x', /whole number/],
  ['ssp-caseworker', '2017', /this is for/],
])('tells the role %s of %s in one line why not', async (role, year, why) => {
  const file = join(folder, 'none.pdf');
  const mistake = await said(role, '--year', year, '--out', file).catch((error: unknown) => error);
  expect(mistake).toBeInstanceOf(UserError);
  expect((mistake as Error).message).toMatch(why);
});
