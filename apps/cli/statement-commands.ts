import { Revisions, Statements } from '@sikkerby/statistics';
import {
  changeReasons,
  whoMay,
  whyRejected,
  type Revision,
  type StatementKind,
} from '@sikkerby/statistics';
import { Option, type Command } from 'commander';
import { columns } from './columns.js';
import { progress, works, type Answer, type House } from './program.js';
import { understood, wholeNumber } from './understood.js';
import { intentOf, whoMayAsk } from './who-asks.js';

interface OfYear {
  readonly year: string;
}
interface OfStatement extends OfYear {
  readonly number: string;
}

const calendarYear = ['--year <year>', 'calendar year in Copenhagen'] as const;
const ofNumber = ['--number <number>', 'of the statement in its year, from 1'] as const;

/** Under `sikkerby statistics`: freeze, approve, reject, revise, diff and rerun. */
export function addStatements(group: Command): void {
  works<OfYear & { kind: StatementKind }>(
    group
      .command('freeze')
      .requiredOption(...calendarYear)
      .addOption(
        new Option('--kind <kind>', 'may it still change, or is it final')
          .choices(['preliminary', 'final'])
          .makeOptionMandatory(),
      )
      .description('pin the figures of a year as they stand now; SIKKERBY_TOKEN: an analyst'),
    (house, { year, kind }) => freeze(house, year, kind),
  );
  works<OfYear>(
    group
      .command('revise')
      .requiredOption(...calendarYear)
      .description('freeze a revision, after the final statement; SIKKERBY_TOKEN: an analyst'),
    (house, { year }) => freeze(house, year, 'revision'),
  );
  works<OfStatement>(
    group
      .command('approve')
      .requiredOption(...calendarYear)
      .requiredOption(...ofNumber)
      .description('approve a statement that another froze; SIKKERBY_TOKEN: a report approver'),
    (house, asked) => decide(house, asked, 'approve'),
  );
  works<OfStatement & { reason: string }>(
    group
      .command('reject')
      .requiredOption(...calendarYear)
      .requiredOption(...ofNumber)
      .addOption(new Option('--reason <reason>', 'why').choices(whyRejected).makeOptionMandatory())
      .description('turn a statement down: it is never used; SIKKERBY_TOKEN: a report approver'),
    (house, { reason, ...asked }) => decide(house, asked, 'reject', { reason }),
  );
  works<OfStatement & { until?: string }>(
    group
      .command('diff')
      .requiredOption(...calendarYear)
      .requiredOption(...ofNumber)
      .option('--until <number>', 'a later statement of the year; now without it')
      .description('what changed since, cell by cell, why, and which events did it'),
    diff,
  );
  works<OfYear & Partial<OfStatement>>(
    group
      .command('rerun')
      .requiredOption(...calendarYear)
      .option(...ofNumber)
      .description('draw statements up again from their pins; exit code 1 when a byte differs'),
    rerun,
  );
}

async function freeze(house: House, ofYear: string, kind: StatementKind): Promise<Answer> {
  const year = wholeNumber(ofYear, '--year');
  const identity = await whoMayAsk(house, whoMay.freeze);
  const statements = house.of(Statements);
  const frozen = statements.freeze(year, { kind }, intentOf(identity, 'none'), counted(''));
  await understood(frozen);
  progress('');
  const [last] = (await statements.ofYear(year)).statements.slice(-1);
  const pinned = `statement ${String(last?.number)} of ${String(year)}, ${kind}`;
  const text = `${pinned}: up to position ${last?.cut ?? ''}, SHA-256 ${last?.sha256 ?? ''}`;
  return { json: last, text };
}

async function decide(
  house: House,
  { year: ofYear, number: named }: OfStatement,
  act: 'approve' | 'reject',
  body: object = {},
): Promise<Answer> {
  const [year, number] = [wholeNumber(ofYear, '--year'), wholeNumber(named, '--number')];
  const identity = await whoMayAsk(house, whoMay.approve);
  const statements = house.of(Statements);
  const { revision } = await statements.ofYear(year);
  const intent = intentOf(identity, revision ?? 'none');
  const receipt = await understood(statements.decide(year, act, body, intent, number));
  const done = act === 'approve' ? 'approved' : 'rejected';
  return { json: receipt, text: `statement ${String(number)} of ${String(year)} is ${done}` };
}

async function diff(house: House, asked: OfStatement & { until?: string }): Promise<Answer> {
  const [year, number] = [wholeNumber(asked.year, '--year'), wholeNumber(asked.number, '--number')];
  const until = asked.until === undefined ? undefined : wholeNumber(asked.until, '--until');
  await whoMayAsk(house, whoMay.readStatements);
  const found = await understood(house.of(Revisions).since(year, number, until));
  return { json: { year, ...found }, text: inWords(found) };
}

function inWords({ fromCut, toCut, cells }: Revision): string {
  const rows = cells.flatMap(({ measure, by, code, before, after, reasons }) =>
    reasons.map(({ reason, change, events }) => [
      ...[measure, by === null ? '' : `${by}=${code ?? ''}`],
      ...[`${String(before)} -> ${String(after)}`, change > 0 ? `+${String(change)}` : `${change}`],
      `${changeReasons[reason].da} / ${changeReasons[reason].en}`,
      events.map(({ id }) => id).join(' '),
    ]),
  );
  const head = `position ${fromCut} to ${toCut}: ${String(cells.length)} cells changed`;
  return rows.length === 0 ? head : `${head}\n${columns(rows)}`;
}

async function rerun(house: House, asked: OfYear & Partial<OfStatement>): Promise<Answer> {
  const year = wholeNumber(asked.year, '--year');
  const statements = house.of(Statements);
  const only = asked.number === undefined ? undefined : wholeNumber(asked.number, '--number');
  const numbers =
    only === undefined
      ? (await statements.ofYear(year)).statements.map(({ number }) => number)
      : [only];
  const found = [];
  for (const number of numbers) {
    const counting = counted(`statement ${String(number)}, `);
    const again = await understood(statements.reproduce(year, number, counting));
    const { sha256, codeSha256 } = again.statement;
    found.push({ year, number, sha256, codeSha256, isTheSame: again.isTheSame });
  }
  progress('');
  const rows = found.map(({ number, sha256, isTheSame }) => [
    ...[`statement ${String(number)}`, sha256, isTheSame ? 'the same' : 'NOT THE SAME'],
  ]);
  const failed = found.some(({ isTheSame }) => !isTheSame);
  return { json: found, text: rows.length > 0 ? columns(rows) : 'no statement', failed };
}

const counted = (of: string) => (done: number, all: number) => {
  progress(`${of}${String(done)} of ${String(all)} measures`);
};
