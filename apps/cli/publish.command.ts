import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Releases, whoMayPublish, type DrawnRelease, type Release } from '@sikkerby/publication';
import { Command } from 'commander';
import { columns } from './columns.js';
import { progress, works, type Answer, type House } from './program.js';
import { addSample } from './sample.js';
import { understood, wholeNumber } from './understood.js';
import { intentOf, whoMayAsk } from './who-asks.js';

interface OfStatement {
  readonly year: string;
  readonly statement: string;
}
interface OfRelease {
  readonly number: string;
}

const calendarYear = ['--year <year>', 'calendar year in Copenhagen'] as const;
const ofStatement = ['--statement <number>', 'of the statement in its year, from 1'] as const;
const ofNumber = ['--number <number>', 'of the release, from 1'] as const;

/** `sikkerby publish`: check, prepare, release, ledger, sample. */
export function publishCommand(): Command {
  const group = new Command('publish').description('what leaves the house');
  works<OfStatement>(
    group
      .command('check')
      .requiredOption(...calendarYear)
      .requiredOption(...ofStatement)
      .description('what would be hidden, and what an attacker finds; exit code 1 when he does'),
    check,
  );
  works<OfStatement>(
    group
      .command('prepare')
      .requiredOption(...calendarYear)
      .requiredOption(...ofStatement)
      .description('put the tables of an approved statement forward; SIKKERBY_TOKEN: an analyst'),
    prepare,
  );
  works<OfRelease & { out?: string }>(
    group
      .command('release')
      .requiredOption(...ofNumber)
      .option('--out <folder>', 'where to write its files; nowhere without it')
      .description('publish what another prepared; SIKKERBY_TOKEN: a report approver'),
    release,
  );
  works<{ rerun?: boolean; attack?: boolean }>(
    group
      .command('ledger')
      .option('--rerun', 'make the files of every release again and compare their bytes')
      .option('--attack', 'attack everything that is out at once')
      .description('everything that was ever published; exit code 1 when something is wrong'),
    ledger,
  );
  addSample(group);
  return group;
}

async function check(house: House, asked: OfStatement): Promise<Answer> {
  const [year, statement] = numbers(asked);
  await whoMayAsk(house, whoMayPublish.prepare);
  const found = await understood(house.of(Releases).check({ year, statement }, attacked));
  progress('');
  const { opened, smallChanges } = found.openings;
  const failed = opened.length + smallChanges.length > 0;
  const json = { year, statement, isSafe: !failed, tables: found.tables, ...found.openings };
  return { json, text: inWords(found), failed };
}

function inWords({ tables, openings, draft }: DrawnRelease): string {
  const rows = tables.map(({ id, cells, hidden, share, coarser, refused }) => [
    ...[id, refused ? 'refused' : `${hidden} of ${cells} hidden`, `${share} %`],
    coarser ? `together: ${coarser.by} ${coarser.together.join(', ')}` : '',
  ]);
  return [
    columns(rows),
    `${draft.certificate.attacked} sensitive cells attacked`,
    ...openings.opened.map((cell) => `opened: ${cell}`),
    ...openings.smallChanges.map((cell) => `changes by too few: ${cell}`),
  ].join('\n');
}

async function prepare(house: House, asked: OfStatement): Promise<Answer> {
  const [year, statement] = numbers(asked);
  const identity = await whoMayAsk(house, whoMayPublish.prepare);
  const releases = house.of(Releases);
  const intent = intentOf(identity, 'none');
  await understood(releases.prepare({ year, statement }, intent, attacked));
  progress('');
  const { releases: all, held } = (await releases.ledger()).ledger;
  const prepared = all.findLast((one) => one.year === year && one.statement === statement);
  if (prepared?.status === 'prepared') {
    return { json: prepared, text: `release ${prepared.number} of ${year} waits to be released` };
  }
  const waits = held.findLast((one) => one.year === year && one.statement === statement);
  return { json: waits ?? prepared, text: `held for the next revision of ${year}`, failed: true };
}

async function release(house: House, asked: OfRelease & { out?: string }): Promise<Answer> {
  const number = wholeNumber(asked.number, '--number');
  const identity = await whoMayAsk(house, whoMayPublish.release);
  const releases = house.of(Releases);
  const { revision } = await releases.ledger();
  await understood(releases.release(number, {}, intentOf(identity, revision ?? 'none')));
  const files = await releases.files(number);
  if (asked.out !== undefined) {
    await mkdir(asked.out, { recursive: true });
    for (const { name, text } of files) await writeFile(join(asked.out, name), text);
  }
  const names = files.map(({ name }) => name);
  return {
    json: { number, files: names },
    text: `release ${number} is out: ${names.length} files`,
  };
}

async function ledger(
  house: House,
  { rerun, attack }: { rerun?: boolean; attack?: boolean },
): Promise<Answer> {
  await whoMayAsk(house, whoMayPublish.read);
  const releases = house.of(Releases);
  const { ledger: known } = await releases.ledger();
  const rows = known.releases.map(({ number, year, status, filesSha256 }) => [
    ...[`release ${number}`, String(year), status, filesSha256 ?? ''],
  ]);
  const changed = rerun ? await changedFiles(releases, known.releases) : [];
  const opened = attack ? await understood(releases.attack(attacked)) : [];
  progress('');
  const text = [
    rows.length === 0 ? 'nothing was released' : columns(rows),
    ...known.held.map(({ year, statement }) => `held: statement ${statement} of ${year}`),
    `${known.figures.length} figures published elsewhere`,
    ...changed.map((number) => `release ${number}: NOT THE SAME`),
    ...opened.map((cell) => `opened: ${cell}`),
  ].join('\n');
  return {
    json: { ...known, ...(rerun && { changed }), ...(attack && { opened }) },
    ...{ text, failed: changed.length + opened.length > 0 },
  };
}

async function changedFiles(releases: Releases, all: readonly Release[]): Promise<number[]> {
  const changed = [];
  for (const { number, releasedOn } of all) {
    if (releasedOn !== undefined && !(await releases.isTheSame(number))) changed.push(number);
  }
  return changed;
}

function numbers({ year, statement }: OfStatement): [year: number, statement: number] {
  return [wholeNumber(year, '--year'), wholeNumber(statement, '--statement')];
}

const attacked = (done: number, of: number) => {
  progress(`${String(done)} of ${String(of)} measures attacked`);
};
