import type { RecordedEvent } from '@sikkerby/kernel';
import type { SeenBy } from './seen-by.js';

/** What every row of a projection has: the stream it was made from, and which of its rows it is. */
export interface Row {
  readonly stream: string;
  readonly key: string;
}

export type Table<R extends Row = Row> = new () => R;

/**
 * The rows that one stream's events have made so far. Rows are replaced, never changed in place: an
 * event whose `fold` throws leaves no trace.
 */
export interface StreamRows {
  get<R extends Row>(table: Table<R>, key?: string): Readonly<R> | undefined;
  all<R extends Row>(table: Table<R>): readonly Readonly<R>[];
  /** Inserts the row or replaces the one with its key. `stream` is filled in; `key` is '' when left out. */
  put<R extends Row>(table: Table<R>, row: Omit<R, 'stream' | 'key'> & { key?: string }): void;
  remove<R extends Row>(table: Table<R>, key?: string): void;
}

/**
 * A read model: a pure fold of each stream into that stream's rows. Because no row depends on two
 * streams, the rows are the same for any batch size, order of streams, or part of the log at a time.
 */
export interface Projection {
  /** `<programme>.<question>`, such as `youth-concern.case-list`. */
  readonly name: string;
  /** A changed meaning is a new number: it is rebuilt beside the old and then takes its place. */
  readonly version: number;
  /** Prefixes of the event types it reads, such as `youth-concern.`. */
  readonly reads: readonly string[];
  /** What an event does whose `fold` throws: a figure must stop, a list can go on without the stream. */
  readonly onPoison: 'halt' | 'quarantine';
  /** Whose rows a reader sees. A change of it is a new version. */
  readonly seenBy: SeenBy;
  /** TypeORM entities with the primary key (stream, key). */
  readonly tables: readonly Table[];
  fold(event: RecordedEvent, rows: StreamRows): void;
}
