import { constants } from 'node:os';
import { types } from 'node:util';
import { ConfigurationError } from './configuration-error.js';

/** sysexits.h: something was found in an unconfigured or misconfigured state. */
const misconfigured = 78;

/**
 * Runs a program to its end. The first SIGINT or SIGTERM aborts the signal, upon which `main` tidies
 * up and returns; a second one ends the process at once. A ConfigurationError is one line on stderr and exit
 * code 78, any other error exit code 1 with its place but not its message, which may hold values.
 */
export async function runProgram(main: (stopped: AbortSignal) => Promise<void>): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A signal without a handler would not end the first process of a container.
      if (stopping.signal.aborted) process.exit(128 + constants.signals[signal]);
      stopping.abort();
    });
  }
  // Not when nothing is left to do: what broke off half-way may hold a connection open for ever.
  process.exit(await exitCodeOf(main(stopping.signal)));
}

/** When it goes well, what `main` has put into `process.exitCode`. */
async function exitCodeOf(work: Promise<void>): Promise<typeof process.exitCode> {
  try {
    await work;
    return process.exitCode;
  } catch (error) {
    if (error instanceof ConfigurationError) {
      console.error(error.message);
      return misconfigured;
    }
    console.error(place(error));
    return 1;
  }
}

/** Which error it is and where it arose, without its message. */
export function place(error: unknown): string {
  if (!types.isNativeError(error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}
