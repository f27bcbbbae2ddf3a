import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { contexts, eventRegistry } from '@sikkerby/system';
import { checkout } from '../support/beside-source.js';
import { filesOf, type Titles } from './files.js';
import { refusalOf, type Taken } from './names.js';
import { writeAll } from './write-all.js';

/** What other programs record and write: the last two go by what the first has built. */
const commands = [
  'npm run -s build',
  'RECORD_SAMPLES=1 npx jest test/programmes/every-programme',
  'RECORD_SAMPLES=1 npx jest test/events/golden-events',
  'RECORD_DIGESTS=1 npx jest test/projections/versions',
  'node dist/test/events/write-events-list.js',
  'node dist/apps/api/openapi.js',
];

const command = new Command('new-programme')
  .description('Writes a programme that compiles, runs, is counted and has its tests')
  .argument('<name>', 'its folder, route and prefix of its events, such as night-walk')
  .option('--title-da <title>', 'what the strategy calls it, in Danish')
  .option('--title-en <title>', 'the same in English')
  .exitOverride()
  .action(writeProgramme);

async function writeProgramme(name: string, titles: Titles): Promise<void> {
  const refusal = refusalOf(name, takenNow());
  if (refusal !== undefined) return command.error(refusal);
  const files = await filesOf(name, titles);
  writeAll(fileURLToPath(checkout), files);
  for (const { path } of files) process.stdout.write(`written: ${path}\n`);
  process.stdout.write(`Now, in this order:\n${commands.map((line) => `  ${line}\n`).join('')}`);
}

function takenNow(): Taken {
  const document = JSON.parse(readFileSync(new URL('openapi.json', checkout), 'utf8')) as {
    readonly paths: object;
  };
  const filesIn = (folder: string) =>
    readdirSync(new URL(folder, checkout), { recursive: true, encoding: 'utf8' });
  return {
    contexts: contexts.map((context) => context.name),
    eventTypes: eventRegistry().readable,
    routes: Object.keys(document.paths).map((path) => path.split('/')[1] ?? ''),
    files: [...filesIn('apps'), ...filesIn('libs')].map((path) => basename(path, '.ts')),
  };
}

try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
