import {
  isCommandError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  StreamNotFoundError,
  type CommandError,
} from '@eventstore/db-client';
import { AppendTooLarge, DamagedStream, NoSuchPosition, StoreRefuses } from '../../event-store.js';
import { ConnectionBreak } from '../connection-break.js';

/** There is no such stream, or it was deleted. */
export class NoStream extends Error {}

const passing = [
  'timeout',
  'deadline-exceeded',
  'unavailable',
  'cancelled',
  'unknown',
  'not-leader',
];

/** One of our errors: those of the client may hold the address and what was sent. */
export function translated(error: unknown, stream: string): Error {
  if (error instanceof ConnectionBreak || error instanceof TypeError) return error;
  if (error instanceof StreamNotFoundError) return new NoStream();
  if (error instanceof MaxAppendSizeExceededError) {
    return new AppendTooLarge('MaxAppendSize', error.maxAppendSize);
  }
  const limit = largestEvent(error);
  if (limit !== undefined) return new AppendTooLarge('MaxAppendEventSize', limit);
  if (error instanceof StreamDeletedError) return new DamagedStream(stream, 'it was deleted');
  // What is not the server's answer is a connection that is gone, or a cluster that is not found.
  const kind: string = isOfServer(error) ? error.type : 'lost';
  if (isNoPosition(error)) return new NoSuchPosition();
  if (kind === 'lost' || passing.includes(kind)) return new ConnectionBreak(kind);
  return new StoreRefuses(`EventStoreDB refuses: ${kind}`);
}

function isOfServer(error: unknown): error is CommandError {
  return error instanceof Error && isCommandError(error);
}

/** Servers have no word for it but this, of reads and of subscriptions. */
function isNoPosition(error: unknown): boolean {
  return error instanceof Error && /InvalidPosition|invalid position/.test(error.message);
}

/** What servers of 25.1 and later take as one event: the client does not know their refusal. */
function largestEvent(error: unknown): number | undefined {
  if (!isOfServer(error)) return undefined;
  const [limit] = error._raw?.metadata.get('maximum-append-event-size') ?? [];
  return limit === undefined ? undefined : Number(limit);
}
