import pg from 'pg';

// Connection lost or refused, server shutting down or full, deadlock or serialization failure.
const passing = /^(08|57P|53|40)/;

/** Whether the server or the way to it failed, so that another try may succeed. */
export function isBreak(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return passing.test(error.code ?? '');
  // pg and the socket say that a connection is gone by plain errors without any type.
  return error instanceof AggregateError || (error instanceof Error && error.constructor === Error);
}
