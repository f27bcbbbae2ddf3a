import { Statistics } from '@sikkerby/statistics';
import { districtMapNames, type DistrictMap } from '@sikkerby/reference';
import { figureTable } from '@sikkerby/statistics';
import { Command, Option } from 'commander';
import { columns } from './columns.js';
import { addExplain } from './explain-figure.js';
import { works } from './program.js';
import { addReport } from './write-report.js';
import { addStatements } from './statement-commands.js';
import { understood, wholeNumber } from './understood.js';

interface FigureOptions {
  readonly year: string;
  readonly asOf?: string;
  readonly by?: string;
  readonly definition?: string;
  readonly map?: DistrictMap;
}

/** `sikkerby statistics`: what can be counted, and what it comes to. */
export function statisticsCommand(): Command {
  const group = new Command('statistics').description('the yearly figures');
  works(group.command('list').description('what can be counted'), (house) => {
    const measures = house.of(Statistics).list();
    const rows = measures.map(({ id, version, title, breakdowns }) => [
      id,
      `v${String(version)}`,
      title.da,
      title.en,
      `by ${breakdowns.map(({ by }) => by).join(', ')}`,
    ]);
    return Promise.resolve({ json: measures, text: columns(rows) });
  });
  works<FigureOptions>(
    group
      .command('figure', { isDefault: true })
      .argument('<measure>', 'such as youth-concern.cases-handled')
      .requiredOption('--year <year>', 'calendar year in Copenhagen')
      .option('--as-of <cut>', 'as known at a position of the log or an instant, ISO 8601')
      .option('--by <breakdown>', 'split it: district, level...')
      .addOption(
        new Option('--map <map>', 'with --by district: on whose districts').choices(
          districtMapNames,
        ),
      )
      .option('--definition <version>', 'an older version of the measure')
      .description('what a measure comes to in a year'),
    async (house, { year, asOf, by, definition, map }, measure = '') => {
      const question = {
        year: wholeNumber(year, '--year'),
        ...(asOf === undefined ? {} : { asOf }),
        ...(by === undefined ? {} : { by }),
        ...(map === undefined ? {} : { map }),
        ...(definition === undefined ? {} : { version: wholeNumber(definition, '--definition') }),
      };
      const statistics = house.of(Statistics);
      const figure = await understood(statistics.figure(measure, question));
      return { json: figure, text: figureTable(figure) };
    },
  );
  addStatements(group);
  addExplain(group);
  addReport(group);
  return group;
}
