import { EventEmitter } from 'node:events';
import { EventRegistry, PostgresEventStore, WrongRevision } from '@sikkerby/event-store';
import type { Appended, ExpectedRevision } from '@sikkerby/event-store';
import { day, type RecordedEvent } from '@sikkerby/kernel';
import type { Pool } from 'pg';
import { compare, placeOf, systemPlaceAfter, type Place } from './place.js';

/** An event as a client sends it. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: string;
  readonly metadata: string;
}

export interface Stored extends Proposed {
  readonly stream: string;
  readonly revision: number;
  readonly place: Place;
  /** In ticks of 100 ns since 1970. */
  readonly created: bigint;
}

class AnyEvent extends EventRegistry {
  override has = () => true;
  override newest = (type: string, data: object) => ({ type, data });
}

const nobody = { user: '', role: '', organisation: '' };

/**
 * A log in PostgreSQL behind the double, read from memory. Nobody else may write to it. Emits
 * `growth` when there is more to read.
 */
export class DoubleLog extends EventEmitter<{ growth: [] }> {
  /** In the order of the log, with the server's own events. */
  readonly all: Stored[] = [];
  private readonly streams = new Map<string, Stored[]>();
  private readonly early = new Map<number, Stored>();
  private dense = 0;

  private constructor(private readonly store: PostgresEventStore) {
    super();
    this.setMaxListeners(0);
  }

  static async open(pool: Pool): Promise<DoubleLog> {
    const log = new DoubleLog(new PostgresEventStore(pool, new AnyEvent()));
    for await (const { events } of log.store.readAll()) {
      for (const event of events) log.take(fromRecorded(event), Number(event.position));
    }
    return log;
  }

  /** The stream's last revision when it is not as expected. */
  async append(
    stream: string,
    expected: ExpectedRevision | 'any',
    events: readonly Proposed[],
  ): Promise<Appended | { conflict: number | undefined }> {
    const state = expected === 'any' ? (this.streams.has(stream) ? 'exists' : 'none') : expected;
    const given = events.map(({ id, type, ...data }) => ({
      ...{ id, type, data, actor: nobody, correlationId: '', occurredOn: day('2017-01-01') },
    }));
    try {
      const appended = await this.store.append(stream, state, given);
      if (!appended.repeated) this.takeAll(stream, events, appended);
      return appended;
    } catch (error) {
      if (error instanceof WrongRevision) return { conflict: error.actual };
      throw error;
    }
  }

  stream(name: string): readonly Stored[] | undefined {
    return this.streams.get(name);
  }

  /** Index in `all` of the first event at or after the place. */
  indexFrom(place: Place): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = this.all[middle];
      if (found && compare(found.place, place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private takeAll(stream: string, events: readonly Proposed[], appended: Appended): void {
    const last = Number(appended.position);
    events.forEach((event, index) => {
      const back = events.length - 1 - index;
      const revision = appended.revision - back;
      const created = ticks(appended.recordedAt);
      const place = placeOf(last - back);
      this.take({ ...event, stream, revision, place, created }, last - back);
    });
    this.emit('growth');
  }

  /** What comes before its turn waits: nothing is read before what stands in front of it. */
  private take(event: Stored, position: number): void {
    this.early.set(position, event);
    for (;;) {
      const next = this.early.get(this.dense + 1);
      if (!next) return;
      this.dense += 1;
      this.early.delete(this.dense);
      this.all.push(next);
      this.streams.set(next.stream, this.streams.get(next.stream) ?? []);
      this.streams.get(next.stream)?.push(next);
      if (this.dense % 2 === 0) this.all.push(statistics(next, systemPlaceAfter(this.dense)));
    }
  }
}

function fromRecorded(event: RecordedEvent): Stored {
  const { id, type, stream, revision, recordedAt, position } = event;
  const place = placeOf(Number(position));
  const created = ticks(recordedAt);
  const proposed = event.data as Omit<Proposed, 'id' | 'type'>;
  return { ...proposed, id, type, stream, revision, created, place };
}

/** What the server writes about itself. */
function statistics({ created }: Stored, place: Place): Stored {
  const id = '00000000-0000-4000-8000-000000000000';
  const event = { id, type: '$statsCollected', data: '{}', metadata: '{}', created, place };
  return { ...event, contentType: 'application/json', stream: '$stats', revision: 0 };
}

function ticks(recordedAt: string): bigint {
  const micros = recordedAt.slice(20, -1).padEnd(6, '0');
  return BigInt(Date.parse(`${recordedAt.slice(0, 19)}Z`)) * 10_000n + BigInt(micros) * 10n;
}
