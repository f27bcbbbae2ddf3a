import { NoSuchUnit } from '@sikkerby/commands';
import type { EventStore, UpTo } from '@sikkerby/event-store';
import { fold, type AnyDecider, type Decider, type RecordedEvent } from '@sikkerby/kernel';

/** A stream as it was: its events up to a point of the history, and the state that they made. */
export interface Replay {
  readonly stream: string;
  readonly state: unknown;
  readonly steps: readonly ReplayStep[];
}

/** An event as the rules read it, and the state right after it. */
export interface ReplayStep {
  readonly event: RecordedEvent;
  readonly state: unknown;
}

/** The kinds of unit whose streams can be replayed. */
export class Deciders {
  private readonly byCategory: ReadonlyMap<string, Decider>;

  constructor(deciders: readonly AnyDecider[]) {
    this.byCategory = new Map(deciders.map((decider) => [decider.category, decider]));
  }

  /** @throws NoSuchUnit */
  ofStream(stream: string): Decider {
    const decider = this.byCategory.get(stream.slice(0, stream.indexOf('-')));
    if (!decider) throw new NoSuchUnit();
    return decider;
  }
}

/**
 * Folds a stream again, event by event, up to an event, a position or a moment (to its end without
 * one). @throws NoSuchUnit when nothing had happened by then
 */
export async function replay(
  store: EventStore,
  deciders: Deciders,
  stream: string,
  upTo?: UpTo,
): Promise<Replay> {
  const decider = deciders.ofStream(stream);
  const events = await store.readStream(stream, upTo ? { upTo } : {});
  if (events.length === 0) throw new NoSuchUnit();
  let state = decider.initialState;
  const steps = events.map((event) => {
    state = fold(decider, state, [event]);
    return { event, state };
  });
  return { stream, state, steps };
}
