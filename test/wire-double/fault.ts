import type { Expected, Proposed, Stored } from './log.js';

/** What a server gets wrong: each is asked in place of the right answer. */
export interface Fault {
  readonly expected?: (given: Expected) => Expected;
  readonly proposed?: (events: readonly Proposed[]) => readonly Proposed[];
  /** The revision that a conflict tells. */
  readonly conflict?: (actual: number | undefined) => number | undefined;
  /** Of a read, in the order in which it was asked for. */
  readonly read?: (events: readonly Stored[]) => readonly Stored[];
  /** That a stream is missing is told as an error. */
  readonly refusesMissingStreams?: boolean;
}
