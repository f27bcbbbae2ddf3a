import 'reflect-metadata';
import { once } from 'node:events';
import { constants } from 'node:os';
import { runProgram } from '@sikkerby/configuration';
import { Command } from 'commander';
import { auditCommand } from './audit.command.js';
import { eventsCommand } from './events.command.js';
import { failureOf } from './failure.js';
import { intakeCommand } from './intake.command.js';
import { migrateCommand } from './migrate.command.js';
import { peopleCommand } from './people.command.js';
import { projectionsCommand } from './projections.command.js';
import { publishCommand } from './publish.command.js';
import { statisticsCommand } from './statistics.command.js';
import { tokenCommand } from './token.command.js';

/** As shells say it of a program that was interrupted. */
const interrupted = 128 + constants.signals.SIGINT;

const sikkerby = new Command('sikkerby')
  .description('Case coordination for Sikker By: figures, history, read models')
  .addCommand(statisticsCommand())
  .addCommand(publishCommand())
  .addCommand(projectionsCommand())
  .addCommand(auditCommand())
  .addCommand(peopleCommand())
  .addCommand(eventsCommand())
  .addCommand(intakeCommand())
  .addCommand(migrateCommand())
  .addCommand(tokenCommand());

for (const command of withChildren(sikkerby)) command.exitOverride().showHelpAfterError(false);

await runProgram(async (stopped) => {
  // Whatever a command does may be cut short: it is done again, or goes on where it was.
  const cutShort = once(stopped, 'abort').then(() => {
    process.exitCode = interrupted;
  });
  try {
    await Promise.race([sikkerby.parseAsync(), cutShort]);
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    if (failure.line !== undefined) process.stderr.write(`${failure.line}\n`);
    process.exitCode = failure.exitCode;
  }
});

function withChildren(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withChildren)];
}
