import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { startStandalone } from '../../../apps/standalone/standalone.js';
import { WireDouble } from '../../wire-double/wire-double.js';
import { freshTokens } from '../../support/fresh-tokens.js';
import { demoCalls } from './demo-calls.js';
import { demoReleases } from './demo-releases.js';
import { demoReports } from './demo-reports.js';
import { Player } from '../play.js';
import { goldenYears } from '../golden-years.js';
import { Random } from '../random.js';
import { figures, table, type Figure } from '../figures.js';

const ownFolder = 'data/demo';
const command = new Command('demo')
  .description('The golden year, entered through the API of a fresh installation')
  .addOption(
    new Option('--store <store>', 'where the events go')
      .choices(['postgresql', 'eventstoredb'])
      .default('postgresql'),
  )
  .option('--folder <folder>', 'a new folder for its data', ownFolder)
  .option('--json', 'the figures as data')
  .parse();
const { folder, json, store } = command.opts<{ folder: string; json?: true; store: string }>();

/**
 * Enters the golden year through the API of a fresh installation and holds the figures to it. Its own
 * folder is emptied first; another one must not be there yet.
 */
async function demo(): Promise<boolean> {
  if (folder === ownFolder) await rm(folder, { recursive: true, force: true });
  else if (existsSync(folder)) command.error('--folder is there already; name a new one');
  return store === 'postgresql' ? play() : overTheDouble();
}

/** The events in what the adapter takes for an EventStoreDB; they are gone when the demo is over. */
async function overTheDouble(): Promise<boolean> {
  const double = await WireDouble.start();
  return play({ EVENTSTOREDB_URL: double.url }).finally(() => double.stop());
}

async function play(settings: Record<string, string> = {}): Promise<boolean> {
  const house = await startStandalone({
    ...settings,
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'warn',
    REQUESTS_PER_MINUTE: '1000000',
  });
  try {
    const stories = goldenYears();
    const token = freshTokens(house.token);
    const player = new Player(house.address, token, new Random(2018));
    await player.play(stories, 16, (done) => {
      if (done % 200 === 0 || done === stories.length) {
        progress(`${String(done)} of ${String(stories.length)} units entered`);
      }
    });
    progress(`${String(player.requests)} requests, up to position ${player.furthest}`);
    const found = await figures(house.address, await house.token('analyst'), player.furthest);
    report(found);
    const calls = demoCalls(house.address, token);
    progress(`Annual reports: ${await demoReports(calls, folder)}`);
    progress(`Published tables: ${await demoReleases(calls, folder)}`);
    return found.every(({ printed, ours }) => printed === undefined || printed === ours);
  } finally {
    await house.stop();
  }
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

function report(found: readonly Figure[]): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(found)}\n`);
    return;
  }
  const lookAround = `\nLook around: DATA_DIR=${folder} npm start\n`;
  process.stdout.write(`\n${table(found)}\n${store === 'postgresql' ? lookAround : ''}`);
}

process.exitCode = (await demo()) ? 0 : 1;
