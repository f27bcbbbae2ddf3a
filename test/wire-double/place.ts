/** Where an event stands in EventStoreDB's log; compared by commit first, then by prepare. */
export interface Place {
  readonly commit: number;
  readonly prepare: number;
}

// Two neighbours share a commit, as the events of a transaction do: only the pair tells them apart.
export function placeOf(dense: number): Place {
  return { commit: 1400 * Math.ceil(dense / 2) + 100, prepare: 700 * dense };
}

/** Of what the server itself writes after every second event. */
export function systemPlaceAfter(dense: number): Place {
  const commit = placeOf(dense).commit + 50;
  return { commit, prepare: commit };
}

export function compare(a: Place, b: Place): number {
  return a.commit - b.commit || a.prepare - b.prepare;
}
