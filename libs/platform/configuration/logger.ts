import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream } from 'pino';
import type { Configuration } from './configuration.js';
import { place } from './run-program.js';

/** Everything that a line may hold besides its message: nothing that could be about a person. */
const fields = [
  ...['context', 'method', 'route', 'status', 'milliseconds', 'correlationId', 'user', 'role'],
  ...['command', 'rule', 'projection', 'stream', 'eventType', 'revision', 'position', 'events'],
  ...['lagEvents', 'lagSeconds', 'port', 'error'],
] as const;

export type LogFields = Partial<Record<(typeof fields)[number], string | number | undefined>>;

/** Structured lines on stdout. Messages are constant texts: what varies goes into the fields. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** Of an error only its type and place are logged, for its message may hold values. */
  error(message: string, error?: unknown, fields?: LogFields): void;
}

// A CPR number, not part of a longer number or of a UUID.
const cpr = /(?<![0-9a-f])\d{6}[- ]?\d{4}(?![0-9a-f])/gi;

/** @param destination instead of stdout, for tests */
export function createLogger(
  { LOG_LEVEL }: Pick<Configuration, 'LOG_LEVEL'>,
  destination: DestinationStream = pino.destination({ sync: true }),
): Logger {
  const lines = pino(
    {
      level: LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (level) => ({ level }),
        log: (given) => Object.fromEntries(fields.map((name) => [name, given[name]])),
      },
      hooks: { streamWrite: (line) => line.replace(cpr, '[number removed]') },
    },
    destination,
  );
  return {
    debug: (message, given = {}) => lines.debug(given, message),
    info: (message, given = {}) => lines.info(given, message),
    warn: (message, given = {}) => lines.warn(given, message),
    error: (message, error, given = {}) =>
      lines.error({ ...given, ...(error === undefined ? {} : { error: place(error) }) }, message),
  };
}

/** Nest's own messages on our lines. */
export function nestLogger(logger: Logger): LoggerService {
  const contextOf = (rest: unknown[]) => {
    const context = rest.at(-1);
    return typeof context === 'string' ? { context } : {};
  };
  const text = (message: unknown) => (typeof message === 'string' ? message : 'see error');
  return {
    log: (message: unknown, ...rest: unknown[]) => logger.debug(text(message), contextOf(rest)),
    warn: (message: unknown, ...rest: unknown[]) => logger.warn(text(message), contextOf(rest)),
    error: (message: unknown, ...rest: unknown[]) =>
      logger.error(
        text(message),
        typeof message === 'string' ? undefined : message,
        contextOf(rest),
      ),
  };
}
