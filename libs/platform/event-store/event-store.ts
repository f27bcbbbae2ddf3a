import type { Actor, DomainEvent, Position, RecordedEvent } from '@sikkerby/kernel';

/** What the stream must look like for an append: at that revision, absent, or there. */
export type ExpectedRevision = number | 'none' | 'exists';

/** An event on its way into the log. The id decides whether it is there already. */
export interface NewEvent extends DomainEvent {
  readonly id: string;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId?: string;
}

/** Where the last event of an append stands. */
export interface Appended {
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: string;
  /** These very events were in the stream already; revision and position are the original ones. */
  readonly repeated: boolean;
}

/** Up to which point of the history to read, inclusive. */
export type UpTo =
  { readonly revision: number } | { readonly position: Position } | { readonly moment: Date };

export interface ReadStream {
  readonly upTo?: UpTo;
  readonly backwards?: boolean;
  /** At most that many events. */
  readonly limit?: number;
}

export interface ReadAll {
  /** Exclusive; from the beginning without it. */
  readonly after?: Position;
  /** Inclusive; to the head as it stands when the read starts without it. */
  readonly upTo?: Position;
  /** Only events whose type, in its newest version, starts with one of these. */
  readonly typePrefixes?: readonly string[];
  /** Only streams of these slices (0-1023, both inclusive), for rebuilding in parallel or in parts. */
  readonly slices?: { readonly from: number; readonly to: number };
  /** Events in a batch at most; 1000 without it. */
  readonly batchSize?: number;
}

/** Events in order. `through`: everything up to this position that matches has been delivered. */
export interface Batch {
  readonly events: readonly RecordedEvent[];
  readonly through: Position;
}

/** The end of the log; `position` sorts before every event's when the log is empty. */
export interface Head {
  readonly position: Position;
  readonly recordedAt: string | undefined;
}

/**
 * The log: one total order over all streams, append-only. An abstract class, so that it is its own
 * injection token. The contract is a test suite (`test/event-store`) that every store passes.
 */
export abstract class EventStore {
  /**
   * Appends the events to one stream, all or none. The same ids at the same revisions succeed with
   * the original result; on an unknown outcome call again with the same ids.
   * @throws WrongRevision, EventTooLarge, AppendTooLarge, UnreadableLog, StoreAway, StoreRefuses
   */
  abstract append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<Appended>;

  /** The events of a stream; none when it does not exist. @throws UnreadableLog, StoreAway */
  abstract readStream(stream: string, options?: ReadStream): Promise<RecordedEvent[]>;

  /** The log in batches; ends at `upTo`. The last batch is empty when nothing more matches. */
  abstract readAll(options?: ReadAll): AsyncIterable<Batch>;

  /**
   * The log as it grows: what there is, then what comes, woken by a push and by a poll every second.
   * Takes the next batch only when the last one was handled. Resumes by itself after any break. At
   * least once: the consumer keeps its own position. Ends when the signal is aborted. An empty batch
   * tells that nothing more matches up to `through`.
   */
  abstract subscribe(options: SubscribeOptions): AsyncIterable<Batch>;

  abstract head(): Promise<Head>;

  /** The last position recorded at or before the moment. */
  abstract positionAt(moment: Date): Promise<Position>;

  /** How many events there are after one position up to another; an estimate in a sparse store. */
  abstract distance(after: Position, upTo: Position): Promise<number>;

  /** The position that a person wrote, such as `1187`; throws a RangeError when it is none. */
  abstract parsePosition(text: string): Position;

  abstract close(): Promise<void>;
}

export interface SubscribeOptions extends Omit<ReadAll, 'upTo' | 'slices'> {
  readonly signal: AbortSignal;
}

/** The stream was not as expected; `actual` is its revision, undefined when it does not exist. */
export class WrongRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: number | undefined,
  ) {
    super(`stream is at revision ${String(actual ?? 'none')}, expected ${String(expected)}`);
    this.name = 'WrongRevision';
  }
}

/** The store does not answer, or the way to it is broken: what was asked for may be done or not. */
export class StoreAway extends Error {
  override name = 'StoreAway';
}

/** The store answers, but does not do it for us: its settings or ours are wrong. */
export class StoreRefuses extends Error {
  override name = 'StoreRefuses';
}

/** An event is over 1 MiB. */
export class EventTooLarge extends Error {
  constructor(readonly type: string) {
    super(`an event of type ${type} is over 1 MiB`);
    this.name = 'EventTooLarge';
  }
}

/** The events of one append are together more than the store's server is set to take. */
export class AppendTooLarge extends Error {
  override name = 'AppendTooLarge';

  /**
   * @param setting of the server by which it refused
   * @param limit bytes that it says it takes
   */
  constructor(
    readonly setting: string,
    readonly limit: number,
  ) {
    super(`the store takes ${String(limit)} bytes at once: raise the server's ${setting}`);
  }
}

/** The log holds what must not be gone past: nothing is decided, shown or counted by the rest. */
export abstract class UnreadableLog extends Error {}

/** No event stands at a position from which to go on: it is not the log that it was. */
export class NoSuchPosition extends UnreadableLog {
  override name = 'NoSuchPosition';

  constructor() {
    super('no event of the log stands at this position: it is of another log');
  }
}

/**
 * Somebody deleted, truncated or wrote to the stream with the store's own tools: what is left is not
 * what happened. Thrown for an append, its events may be in: a server takes the first event of a stream
 * that was deleted, and the store finds out when it reads it back.
 */
export class DamagedStream extends UnreadableLog {
  override name = 'DamagedStream';

  /** @param finding what shows that, as a sentence without its full stop */
  constructor(
    readonly stream: string,
    finding: string,
  ) {
    super(
      `stream ${stream} is not as it was written (${finding}): restore the log from a backup or from its copy`,
    );
  }
}
