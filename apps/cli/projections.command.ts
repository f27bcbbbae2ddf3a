import { rebuild, retry, status, type Progress, type Projection } from '@sikkerby/projections';
import { Command } from 'commander';
import { progress, UserError, works } from './program.js';
import { columns } from './columns.js';

/** `sikkerby projections`: how the read models stand, making them anew, releasing a halted one. */
export function projectionsCommand(): Command {
  const group = new Command('projections').description(
    'the read models that lists and figures use',
  );

  works(
    group
      .command('status')
      .description(
        'position, lag and state of each; exit code 1 when one is halted or sets streams aside',
      ),
    async ({ projections, store, projectorPool }) => {
      const found = await status(projections, store, projectorPool);
      const rows = found.map(({ name, version, checkpoint, state, lag, quarantined }) => [
        name,
        `v${String(version)}`,
        checkpoint ?? '-',
        state,
        `${String(lag.events)} events`,
        lag.seconds === undefined ? '?' : `${lag.seconds.toFixed(1)} s`,
        `${String(quarantined.length)} set aside`,
      ]);
      const failed = found.some(
        ({ state, quarantined }) => state === 'halted' || quarantined.length > 0,
      );
      return { json: found, text: columns(rows), failed };
    },
  );

  works(
    group
      .command('rebuild')
      .argument('[names...]', 'the projections; all of them without names')
      .description('make them anew from the log and switch when they have caught up'),
    async ({ projections, store, projectorPool: pool }, _options, ...names) => {
      const rebuilt = await rebuild({
        projections: named(projections, names),
        store,
        pool,
        onProgress: (step) => {
          progress(inWords(step));
        },
      });
      progress('');
      const { switched, poisoned, events, seconds } = rebuilt;
      const text = [
        `${String(events)} events in ${seconds.toFixed(1)} s: ${switched.join(', ')}`,
        ...poisoned.map(
          ({ projection, position, stream, error }) =>
            `${projection}: not rebuilt, ${error} at position ${position} of ${stream}`,
        ),
      ].join('\n');
      return { json: rebuilt, text, failed: poisoned.length > 0 };
    },
  );

  works(
    group
      .command('retry')
      .argument('<name>', 'the projection')
      .description('after a fix: let a halted one run again, and take back streams it set aside'),
    async ({ projections, store, projectorPool }, _options, name = '') => {
      const [projection] = named(projections, [name]);
      if (!projection) throw new UserError('name a projection');
      const { released, restored, quarantined } = await retry(projection, store, projectorPool);
      const text = `${released ? 'released' : 'was not halted'}; streams taken back: ${String(
        restored.length,
      )}, still set aside: ${String(quarantined.length)}`;
      return { json: { released, restored, quarantined }, text, failed: quarantined.length > 0 };
    },
  );
  return group;
}

function named(projections: readonly Projection[], names: readonly string[]): Projection[] {
  const unknown = names.find((name) => projections.every((known) => known.name !== name));
  if (unknown !== undefined) {
    const known = projections.map(({ name }) => name).join(', ');
    throw new UserError(`there is no projection ${unknown}; there are ${known}`);
  }
  return projections.filter(({ name }) => names.length === 0 || names.includes(name));
}

function inWords({ phase, done, total, rate, secondsLeft }: Progress): string {
  const left = secondsLeft === undefined ? '' : `, ${String(secondsLeft)} s left`;
  return `${phase}: ${String(done)} of ${String(total)} events, ${String(rate)} a second${left}`;
}
