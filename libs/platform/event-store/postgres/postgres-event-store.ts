import type { Pool } from 'pg';
import type { Position, RecordedEvent } from '@sikkerby/kernel';
import { GroupCommit } from '@sikkerby/postgres';
import type { EventRegistry } from '../event-registry.js';
import {
  EventStore,
  WrongRevision,
  type Appended,
  type Batch,
  type ExpectedRevision,
  type Head,
  type NewEvent,
  type ReadAll,
  type ReadStream,
  type SubscribeOptions,
} from '../event-store.js';
import { subscribe } from '../subscription.js';
import { checkedTexts } from '../checked-events.js';
import { sliceOf } from '../slice.js';
import { appendGroup, type Append, type Outcome } from './append.js';
import { countAt, positionOf } from './position.js';
import { readAll } from './read-all.js';
import { head, positionAt, readStream } from './read.js';
import { PostgresTail } from './tail.js';

/**
 * The log in PostgreSQL, as role `sikkerby_app` (reading only as `sikkerby_projector`). Position N
 * stands after exactly N events. The pool stays the caller's to end.
 */
export class PostgresEventStore extends EventStore {
  private readonly group: GroupCommit<Append, Outcome>;
  private readonly tail: PostgresTail;
  private readonly closing = new AbortController();

  constructor(
    private readonly pool: Pool,
    private readonly registry: EventRegistry,
  ) {
    super();
    this.tail = new PostgresTail(pool);
    this.group = new GroupCommit((items) => appendGroup(pool, items), {
      maxItems: 500,
      concurrency: 1,
      key: ({ stream }) => stream,
    });
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<Appended> {
    const answer = await this.group.submit({
      ...checkedTexts(stream, events, this.registry),
      stream,
      slice: sliceOf(stream),
      expected,
      ids: events.map(({ id }) => id),
      types: events.map(({ type }) => type),
    });
    if (answer.outcome === 'conflict') {
      throw new WrongRevision(stream, expected, answer.revision ?? undefined);
    }
    return {
      revision: answer.revision,
      position: positionOf(answer.position),
      recordedAt: answer.recordedAt,
      repeated: answer.outcome === 'repeated',
    };
  }

  readStream(stream: string, options: ReadStream = {}): Promise<RecordedEvent[]> {
    return readStream(this.pool, this.registry, stream, options);
  }

  readAll(options: ReadAll = {}): AsyncIterable<Batch> {
    return readAll(this.pool, this.registry, options);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<Batch> {
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    return subscribe(this, this.tail, { ...options, signal });
  }

  head(): Promise<Head> {
    return head(this.pool);
  }

  positionAt(moment: Date): Promise<Position> {
    return positionAt(this.pool, moment);
  }

  distance(after: Position, upTo: Position): Promise<number> {
    return Promise.resolve(countAt(upTo) - countAt(after));
  }

  parsePosition(text: string): Position {
    return positionOf(countAt(text));
  }

  close(): Promise<void> {
    this.closing.abort();
    return Promise.resolve();
  }
}
