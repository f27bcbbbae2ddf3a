import { Deciders, replay, replayedStream } from '@sikkerby/audit';
import type { EventStore, UpTo } from '@sikkerby/event-store';
import { contexts } from '@sikkerby/system';
import { Command, Option } from 'commander';
import { UserError, works } from './program.js';

interface ReplayOptions {
  readonly revision?: string;
  readonly position?: string;
  readonly moment?: string;
  readonly eventByEvent?: boolean;
}

/** `sikkerby audit`: what the history says, for auditors. */
export function auditCommand(): Command {
  const group = new Command('audit').description('the history behind cases and figures');
  works<ReplayOptions>(
    group
      .command('replay')
      .argument('<stream>', 'name of the stream, such as youth_concern-<case id>')
      .addOption(new Option('--revision <n>', 'after event n').conflicts(['position', 'moment']))
      .addOption(new Option('--position <p>', 'at a position of the log').conflicts('moment'))
      .option('--moment <instant>', 'as known at an instant, ISO 8601')
      .option('--event-by-event', 'with the state after each event')
      .description('the state of a stream at a point of its history, and the events that made it'),
    async ({ store }, options, stream = '') => {
      const deciders = new Deciders(contexts.flatMap((context) => context.deciders));
      const replayed = await replay(store, deciders, stream, upTo(store, options)).catch(
        (error: unknown) => {
          if (error instanceof Error && error.name === 'NoSuchUnit') {
            throw new UserError(`nothing had happened in ${stream} by then`);
          }
          throw error;
        },
      );
      const answer = replayedStream(replayed, options.eventByEvent === true);
      const lines = answer.events.flatMap((event) => [
        `${String(event.revision)}  ${event.position}  ${event.occurredOn}  ${event.type}  ${event.actor.role}`,
        ...(event.state ? [JSON.stringify(event.state, null, 2)] : []),
      ]);
      return {
        json: answer,
        text: [...lines, '', JSON.stringify(answer.state, null, 2)].join('\n'),
      };
    },
  );
  return group;
}

function upTo(store: EventStore, { revision, position, moment }: ReplayOptions): UpTo | undefined {
  if (revision !== undefined) return { revision: wholeNumber(revision) };
  if (position !== undefined) return { position: positionIn(store, position) };
  if (moment !== undefined) return { moment: instant(moment) };
  return undefined;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UserError('--revision is a whole number from 0');
  return Number(text);
}

function positionIn(store: EventStore, text: string) {
  try {
    return store.parsePosition(text);
  } catch {
    throw new UserError('--position is a position of the log, such as 1187');
  }
}

function instant(text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) {
    throw new UserError('--moment is an instant such as 2018-02-01T12:00:00Z');
  }
  return moment;
}
