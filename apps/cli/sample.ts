import { Statements } from '@sikkerby/statistics';
import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { purposes, spreadsheet } from '@sikkerby/http';
import { releaseSample, type Quasi, type Row } from '@sikkerby/sample';
import { mayBeSampled, whoMayPublish } from '@sikkerby/publication';
import type { CrossedCell } from '@sikkerby/statistics';
import { Option, type Command } from 'commander';
import { UserError, works, type Answer, type House } from './program.js';
import { understood, wholeNumber } from './understood.js';
import { whoMayAsk } from './who-asks.js';

interface Asked {
  readonly year: string;
  readonly statement: string;
  readonly measure: string;
  readonly by: readonly string[];
  readonly sensitive: readonly string[];
  readonly k: string;
  readonly l: string;
  readonly purpose: (typeof purposes)[number];
  readonly out: string;
}

/** Under `sikkerby publish`: a small sample for an auditor or a researcher. */
export function addSample(group: Command): void {
  works<Asked>(
    group
      .command('sample')
      .requiredOption('--year <year>', 'calendar year in Copenhagen')
      .requiredOption('--statement <number>', 'of the statement in its year, from 1')
      .requiredOption('--measure <id>', 'what its rows are, such as leisure-job.persons')
      .requiredOption('--by <breakdown...>', 'columns by which somebody could be recognised')
      .requiredOption('--sensitive <breakdown...>', 'columns that nobody may learn of a person')
      .option('--k <rows>', 'that each group has at least; not below 3', '5')
      .option('--l <values>', 'of each sensitive column in each group; not below 2', '2')
      .addOption(
        new Option('--purpose <purpose>', 'what for').choices(purposes).makeOptionMandatory(),
      )
      .requiredOption('--out <file>', 'where to, as CSV')
      .description(
        'rows under pseudonyms of this sample only; exit code 1 when it cannot be safe; is logged. SIKKERBY_TOKEN: an analyst',
      ),
    sample,
  );
}

async function sample(house: House, asked: Asked): Promise<Answer> {
  const { measure, by, sensitive, purpose, out } = asked;
  const [k, l] = [wholeNumber(asked.k, '--k'), wholeNumber(asked.l, '--l')];
  const identity = await whoMayAsk(house, whoMayPublish.prepare);
  if (!mayBeSampled(measure)) throw new UserError('--measure: of this only totals leave the house');
  const statements = house.of(Statements);
  const pinned = await understood(
    statements.find(wholeNumber(asked.year, '--year'), wholeNumber(asked.statement, '--statement')),
  );
  const columns = [...by, ...sensitive];
  const rows = rowsOf(await understood(statements.crossed(pinned, measure, columns)), columns);
  const quasi = by.map((name) => ({ name, ladder: ladderOf(name, rows) }));
  const made = safely(() => releaseSample(rows, { quasi, sensitive, k, l }, randomBytes(32)));
  await house.readLog.write({
    ...{ identity, purpose, verb: 'disclose', seen: [], correlationId: randomUUID() },
    route: 'sikkerby publish sample',
  });
  if (made.status === 'refused') {
    return { json: made, text: `${made.why.da} / ${made.why.en}`, failed: true };
  }
  const head = ['pseudonym', ...columns];
  const body = made.rows.map(({ pseudonym, codes }) => [
    pseudonym,
    ...columns.map((name) => codes[name] ?? ''),
  ]);
  await writeFile(out, spreadsheet([head, ...body]));
  const { rows: written, ...told } = made;
  return {
    json: { ...told, rows: written.length, out },
    text: `${out}: ${written.length} rows, groups of ${made.k} or more`,
  };
}

/** One row for each that is counted; it has no name but its place. */
function rowsOf(cells: readonly CrossedCell[], columns: readonly string[]): Row[] {
  return cells.flatMap(({ codes, value }) =>
    Array.from({ length: value }, (_, place) => ({
      id: `${codes.join(' ')} ${String(place)}`,
      codes: Object.fromEntries(columns.map((name, at) => [name, codes[at] ?? ''])),
    })),
  );
}

/** Bands become wider, two by two; any other column has nothing between its codes and `all`. */
function ladderOf(name: string, rows: readonly Row[]): Quasi['ladder'] {
  if (name !== 'ageBand') return [];
  const bands = [...new Set(rows.map(({ codes }) => codes[name] ?? ''))].sort();
  const wider = bands.map((band, at) => {
    const first = at - (at % 2);
    return [band, bands.slice(first, first + 2).join(' ')] as const;
  });
  return bands.length > 2 ? [Object.fromEntries(wider)] : [];
}

function safely<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(error.message);
    throw error;
  }
}
