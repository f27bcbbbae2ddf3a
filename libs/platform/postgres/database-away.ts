const states = /^(08|57P|53)/;
const socket = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH)$/;
const words =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Cannot use a pool|Query read timeout)/;

interface Failure {
  readonly code?: unknown;
  readonly message?: unknown;
  /** Of several tries to connect. */
  readonly errors?: unknown;
  /** What TypeORM wraps. */
  readonly driverError?: unknown;
}

/** Whether the database, or the way to it, is down: pg says so by SQLSTATE, socket code or words. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, errors, driverError }: Failure = error;
  if (driverError !== undefined && driverError !== error) return isDatabaseAway(driverError);
  if (typeof code === 'string' && (states.test(code) || socket.test(code))) return true;
  if (Array.isArray(errors) && errors.some(isDatabaseAway)) return true;
  return typeof message === 'string' && words.test(message);
}
