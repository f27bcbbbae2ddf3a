import { readConfiguration } from '@sikkerby/configuration';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { openContainer, openSystem, type System } from '@sikkerby/system';
import { Command, Option } from 'commander';

/** An open system, and whatever its container has of a class. */
export interface House extends System {
  readonly container: INestApplicationContext;
  readonly of: <Of>(token: Type<Of>) => Of;
}

/** A command that works on an open system and answers in words, or in JSON when asked to. */
export type Work<Options> = (house: House, options: Options, ...names: string[]) => Promise<Answer>;

/** The same for work that needs no system. */
export type WorkAlone<Options> = (options: Options, ...names: string[]) => Promise<Answer>;

export interface Answer {
  /** What `--json` prints. */
  readonly json: unknown;
  /** What people read. */
  readonly text: string;
  /** Exit code 1 instead of 0: the work was done and its finding is bad. */
  readonly failed?: boolean;
}

/** Gives the command its `--json` and its work; the system is opened for it and closed again. */
export function works<Options extends object>(command: Command, work: Work<Options>): Command {
  return answers<Options>(command, async (options, ...names) => {
    const system = await openSystem(readConfiguration(), 'sikkerby cli');
    try {
      const container = await openContainer(system);
      const of = <Of>(token: Type<Of>): Of => container.get(token, { strict: false });
      return await work({ ...system, container, of }, options, ...names);
    } finally {
      await system.close();
    }
  });
}

/** Gives the command its `--json` and work that needs no system. */
export function answers<Options extends object>(
  command: Command,
  work: WorkAlone<Options>,
): Command {
  return command
    .addOption(new Option('--json', 'print JSON'))
    .action(async (...given: unknown[]) => {
      const options = command.opts<Options & { json?: boolean }>();
      const names = given.flat().filter((value) => typeof value === 'string');
      const { json, text, failed } = await work(options, ...names);
      process.stdout.write(`${options.json ? JSON.stringify(json, null, 2) : text}\n`);
      if (failed) process.exitCode = 1;
    });
}

/** One line of progress, overwritten in a terminal, left out where nobody watches. */
export function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

/** Something that the user asked for does not exist or cannot be: one line and exit code 1. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
