/** Where an event stands in EventStoreDB's log, in bytes; both are the same for all that it writes now. */
export interface Place {
  readonly commit: number;
  readonly prepare: number;
}

/** What an event takes in the log, more or less. */
const bytes = 700;

export function placeAfter(before: Place | undefined): Place {
  const commit = before ? before.commit + bytes : bytes;
  return { commit, prepare: commit };
}
