import { readFile } from 'node:fs/promises';
import { NotAuthenticated, NotYourRole } from '@sikkerby/access';
import { hasCode } from '@sikkerby/configuration';
import { NoSuchUnit } from '@sikkerby/commands';
import { intakeParts, takeBack, takeIn, WrongFile, type IntakeParts } from '@sikkerby/intake';
import { programmes } from '@sikkerby/programmes';
import { type UnitDefinition } from '@sikkerby/case-kit/edge';
import { strategyUnits } from '@sikkerby/strategy';
import { Command } from 'commander';
import { columns } from './columns.js';
import { progress, UserError, works, type House } from './program.js';
import { whoAsks } from './who-asks.js';

/** Whatever keeps lists that can be taken in. */
const kept = [...programmes, ...strategyUnits];

interface TakeOptions {
  readonly dryRun?: boolean;
  readonly allOrNothing?: boolean;
}

/** `sikkerby intake`: lists that a service keeps today, taken in by the rules of the API. */
export function intakeCommand(): Command {
  const group = new Command('intake').description(
    'take in the lists that services keep today; SIKKERBY_TOKEN says who does',
  );

  works<TakeOptions>(
    group
      .command('take')
      .argument('<programme>', 'such as centre-18-plus')
      .argument('<units>', 'their place under it, such as visits')
      .argument('<file>', 'CSV with a head line of field names, or a JSON array')
      .option('--dry-run', 'only say what would be refused')
      .option('--all-or-nothing', 'enter nothing while a row would be refused')
      .description('a row is one command; the same file again enters nothing twice'),
    async (house, { dryRun, allOrNothing }, programme = '', units = '', file = '') => {
      const result = await understood(async () =>
        takeIn(partsOf(house), {
          unit: unitOf(programme, units),
          file: await readFile(file),
          identity: await whoAsks(house),
          ...{ dryRun: dryRun === true, allOrNothing: allOrNothing === true },
          onProgress: (done, of) => {
            if (done % 1000 === 0) progress(`${String(done)} of ${String(of)} rows`);
          },
        }),
      );
      progress('');
      const { intake, rows, entered, errors } = result;
      const text = [
        columns(errors.map(({ line, column, detail }) => [`line ${line}`, column ?? '', detail])),
        `${String(entered)} of ${String(rows)} rows entered; intake ${intake}`,
      ];
      return { json: result, text: text.join('\n').trim(), failed: errors.length > 0 };
    },
  );

  works(
    group
      .command('undo')
      .argument('<intake>', 'its id, as taking in printed it')
      .description('take a file back: everything that it began is voided'),
    async (house, _options, intake = '') => {
      const units = kept.flatMap((programme) => programme.units ?? []);
      const identity = await whoAsks(house);
      const voided = await understood(() => takeBack(partsOf(house), units, intake, identity));
      return { json: { intake, voided }, text: `${String(voided)} voided` };
    },
  );
  return group;
}

function partsOf({ container, appPool }: House): IntakeParts {
  return intakeParts(container, appPool);
}

function unitOf(programme: string, path: string): UnitDefinition {
  const units = kept.find(({ name }) => name === programme)?.units ?? [];
  const unit = units.find((one) => one.path === path);
  if (unit) return unit;
  const known = kept.flatMap(({ name, units: all = [] }) =>
    all.map((one) => `${name} ${one.path}`),
  );
  throw new UserError(`there is no ${programme} ${path}; there are ${known.join(', ')}`);
}

/** What the user can mend is one line. */
async function understood<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WrongFile) throw new UserError(error.message);
    if (error instanceof NotYourRole) throw new UserError('your role does not begin such units');
    if (error instanceof NoSuchUnit) throw new UserError('there was no such intake');
    if (error instanceof NotAuthenticated) throw new UserError('the token is not valid');
    if (hasCode(error, 'ENOENT')) throw new UserError('there is no such file');
    throw error;
  }
}
