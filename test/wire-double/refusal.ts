import { Metadata, status } from '@grpc/grpc-js';

/** A word for an error by which the client knows it, and what goes with it in the trailers. */
type Told = Readonly<Record<string, string>>;

/** An error of the server: the client looks at the trailers. */
export function refusal(exception: string, code: status, details: string, told: Told = {}): Error {
  const metadata = new Metadata();
  metadata.set('exception', exception);
  for (const [name, value] of Object.entries(told)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

/** One for which the server has no word. */
export function failure(details: string, code = status.UNKNOWN): Error {
  return Object.assign(new Error(details), { code, details });
}

/** What a server says of what it did not foresee. */
export function unhandled(): Error {
  return failure('Exception was thrown by handler.');
}

/** What the double does not do: loudly, so that nobody takes it for a server's answer. */
export function unsupported(what: string): Error {
  return failure(`the double does not do this: ${what}`, status.UNIMPLEMENTED);
}

export function streamDeleted(stream: string): Error {
  const details = `Event stream '${stream}' is deleted.`;
  return refusal('stream-deleted', status.FAILED_PRECONDITION, details, { 'stream-name': stream });
}

/** What a node says that follows another. */
export function notLeader(leader: string): Error {
  const [host = '', port = ''] = leader.split(':');
  const told = { 'leader-endpoint-host': host, 'leader-endpoint-port': port };
  return refusal('not-leader', status.NOT_FOUND, 'Leader info available', told);
}

/** What a node says that does not know of any. */
export function notReady(): Error {
  return failure('Server Is Not Ready', status.UNAVAILABLE);
}
