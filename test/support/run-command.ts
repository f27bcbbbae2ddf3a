import { jest } from '@jest/globals';
import type { Command } from 'commander';

const silent = { writeErr: () => undefined };

/**
 * Runs a command of `sikkerby` in this process, which spares the seconds that a program takes to start.
 * @param words what somebody types after the command's own name
 * @param settings in the place of those of the environment
 * @returns what it prints, and its exit code if it sets one
 * @throws UserError, and CommanderError, of which the program makes a line and an exit code
 */
export async function runCommand(
  command: Command,
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<{ out: string; code: typeof process.exitCode }> {
  const before = process.env;
  process.env = { ...before, ...settings };
  for (const one of [command, ...command.commands]) one.exitOverride().configureOutput(silent);
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await command.parseAsync(words, { from: 'user' });
    return { out: write.mock.calls.map(([text]) => String(text)).join(''), code: process.exitCode };
  } finally {
    write.mockRestore();
    process.env = before;
    process.exitCode = undefined;
  }
}
