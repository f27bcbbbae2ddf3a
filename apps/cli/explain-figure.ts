import { randomUUID } from 'node:crypto';
import { purposes } from '@sikkerby/http';
import { whoMay, type CellQuestion, Explain } from '@sikkerby/statistics';
import { Option, type Command } from 'commander';
import { columns } from './columns.js';
import { UserError, works, type Answer, type House } from './program.js';
import { understood, wholeNumber } from './understood.js';
import { whoMayAsk } from './who-asks.js';

interface Asked {
  readonly year: string;
  readonly by?: string;
  readonly code?: string;
  readonly asOf?: string;
  readonly definition?: string;
  readonly events?: boolean;
  readonly purpose?: string;
}

/** Under `sikkerby statistics`: what is behind a number. */
export function addExplain(group: Command): void {
  works<Asked>(
    group
      .command('explain')
      .argument('<measure>', 'such as youth-concern.cases-handled')
      .requiredOption('--year <year>', 'calendar year in Copenhagen')
      .option('--by <breakdown>', 'with --code: one row of it instead of the whole')
      .option('--code <code>', 'with --by: the row, such as noerrebro')
      .option('--as-of <cut>', 'as known at a position of the log or an instant, ISO 8601')
      .option('--definition <version>', 'an older version of the measure')
      .option('--events', 'name the events, for an auditor who says what for')
      .addOption(new Option('--purpose <purpose>', 'what for').choices(purposes))
      .description('what is behind a number; is logged. SIKKERBY_TOKEN: an analyst or auditor'),
    async (house, asked, measure = '') => {
      const explain = house.of(Explain);
      const question = questionOf(asked);
      if (!asked.events) {
        const write = await logged(house, asked, whoMay.explain);
        const told = await understood(explain.cell(measure, question));
        await write();
        return { json: told, text: explanation(told) };
      }
      if (asked.purpose === undefined) throw new UserError('--events: say --purpose too');
      const write = await logged(house, asked, whoMay.nameEvents);
      const told = await understood(explain.events(measure, question));
      await write();
      const rows = told.events.map(({ position, id, type }) => [position, id, type]);
      return { json: told, text: columns(rows) };
    },
  );
}

function questionOf({ year, by, code, asOf, definition }: Asked): CellQuestion {
  return {
    year: wholeNumber(year, '--year'),
    ...(by === undefined ? {} : { by }),
    ...(code === undefined ? {} : { code }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(definition === undefined ? {} : { version: wholeNumber(definition, '--definition') }),
  };
}

/** Who asks is known first; the look is written before the answer is shown. */
async function logged(
  house: House,
  { purpose = purposes[0] }: Asked,
  roles: (typeof whoMay)['explain' | 'nameEvents'],
): Promise<() => Promise<void>> {
  const identity = await whoMayAsk(house, roles);
  return () =>
    house.readLog.write({
      ...{ identity, purpose, verb: 'search', seen: [], correlationId: randomUUID() },
      route: 'sikkerby statistics explain',
    });
}

function explanation(told: Awaited<ReturnType<Explain['cell']>>): Answer['text'] {
  const { measure, version, year, asOf, title, description, unit, value, facts } = told;
  return [
    value === undefined
      ? `${title.da} / ${title.en}, ${String(year)}: skjult / withheld`
      : `${title.da} / ${title.en}, ${String(year)}: ${String(value)} ${unit.da} / ${unit.en}`,
    `${measure} v${String(version)}, as known at position ${asOf}${facts === undefined ? '' : `, ${String(facts)} facts`}`,
    '',
    ...[description.da, description.en, ''],
    columns(told.events.map(({ type, count }) => [type, String(count)])),
    '',
    columns(told.lateness.map(({ title: one, count }) => [one.da, one.en, String(count)])),
    '',
    columns(told.rules.map(({ id, words }) => [id, words.da, words.en])),
  ].join('\n');
}
