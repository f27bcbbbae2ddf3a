import { ConfigurationError, readConfiguration } from '@sikkerby/configuration';
import { copyLog, CopyRefused, UnreadableLog, type CopyProgress } from '@sikkerby/event-store';
import { openDatabase } from '@sikkerby/postgres';
import { migrateSystem, openLog, type Log } from '@sikkerby/system';
import { Command } from 'commander';
import { Pace } from './pace.js';
import { answers, progress, UserError } from './program.js';

interface CopyOptions {
  readonly from: string;
  readonly to: string;
}

const copyHelp = `
A store is postgresql://... or esdb://..., or the word postgresql or eventstoredb for the one that
the settings name; then no password is seen in the list of processes.

Whatever was copied is read back and compared: number of events, revisions of each stream, and a
SHA-256 over stream, revision, id, type, data and metadata of every event. Interrupted, or with
events that came since, the same command goes on where it ended. A target that holds anything else is
refused. For the last time, stop everything that appends.

The target says anew when events were recorded and which positions they have. What was known at a
moment before the copy, or at a position of the old log, has to be asked of the old log: keep it. Read
models must be made anew (sikkerby projections rebuild).`;

/** `sikkerby events`: the log as a whole. */
export function eventsCommand(): Command {
  const group = new Command('events').description('the log of all events');
  answers<CopyOptions>(
    group
      .command('copy')
      .requiredOption('--from <store>', 'the store that has the log')
      .requiredOption('--to <store>', 'the store that gets it: empty, or a part of this copy')
      .description(
        'copy the log to another store, check it, and go on where a copy was interrupted',
      )
      .addHelpText('after', copyHelp),
    async ({ from, to }) => {
      const source = await open('--from', from);
      try {
        const target = await open('--to', to);
        try {
          return await copy(source, target);
        } finally {
          await target.close();
        }
      } finally {
        await source.close();
      }
    },
  );
  return group;
}

async function copy(source: Log, target: Log) {
  const pace = new Pace();
  const tell = ({ phase, done, total }: CopyProgress) => progress(pace.line(phase, done, total));
  try {
    const copied = await copyLog(source.store, target.store, tell);
    const { events, streams, digest } = copied;
    const text = [
      `${events} events of ${streams} streams, ${copied.copied} of them copied now`,
      `SHA-256 ${digest}, the same in both`,
    ].join('\n');
    return { json: copied, text };
  } catch (error) {
    if (error instanceof CopyRefused || error instanceof UnreadableLog) {
      throw new UserError(error.message);
    }
    throw error;
  } finally {
    progress('');
  }
}

/** @throws UserError that repeats nothing of the address */
async function open(option: '--from' | '--to', store: string): Promise<Log> {
  try {
    const database = await addressOf(store);
    const { url } = database;
    if (option === '--to' && !url.startsWith('esdb:')) await migrateSystem(url);
    const log = await openLog(url);
    const close = async () => {
      await log.close();
      await database.stop();
    };
    await log.store.head().catch(async () => {
      await close();
      throw new UserError(`${option}: there is no log that can be read`);
    });
    return { store: log.store, close };
  } catch (error) {
    if (error instanceof ConfigurationError) throw new UserError(`${option}: ${error.message}`);
    throw error;
  }
}

async function addressOf(store: string): Promise<{ url: string; stop(): Promise<void> }> {
  const nothing = () => Promise.resolve();
  if (store === 'postgresql') return openDatabase(readConfiguration());
  if (/^postgres(ql)?:\/\//.test(store) && URL.canParse(store)) {
    return openDatabase({ ...readConfiguration({}), DATABASE_URL: store });
  }
  if (store.startsWith('esdb://')) return { url: store, stop: nothing };
  const { EVENTSTOREDB_URL: url } = readConfiguration();
  if (store === 'eventstoredb' && url !== undefined) return { url, stop: nothing };
  throw new UserError(
    store === 'eventstoredb'
      ? 'EVENTSTOREDB_URL is not set'
      : 'a store is postgresql://..., esdb://..., postgresql or eventstoredb',
  );
}
