import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { ConfigurationError } from '@sikkerby/configuration';
import type { Position, RecordedEvent } from '@sikkerby/kernel';
import { checkedTexts } from '../checked-events.js';
import type { EventRegistry } from '../event-registry.js';
import {
  EventStore,
  StoreRefuses,
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
import { addressOf, type Address } from './address.js';
import { append, type Appending } from './append.js';
import { Client } from './client/client.js';
import { ConnectionBreak } from './connection-break.js';
import { EndOfLog, lastEvent } from './end-of-log.js';
import { persist, type Persistence } from './persist.js';
import { beginning, placeOf, positionOf } from './position.js';
import { readAll, readStream } from './read.js';
import { ReadBack } from './read-back.js';
import { fromStored, recordedAt, toStore, writtenBy } from './stored-event.js';
import { largestAppend } from './server-settings.js';
import { EventStoreDbTail } from './tail.js';
import { Turns } from './turns.js';

/** What an event takes in the log's files, more or less. */
const bytesOfAnEvent = 700;

/** An event may have a mebibyte by itself, without what it says of itself. */
const bytesToTake = 2 * 1024 * 1024;

/** With more at a time they would wait for each other longer than the server has for an answer. */
const appendsAtATime = 100;

/**
 * The log in an EventStoreDB of 24.6 or later, or a KurrentDB. A position is the pair of an event's commit
 * and prepare positions. `recordedAt` is to the millisecond and by the clock of the server that leads
 * the cluster: it never decreases as long as those clocks do not go back.
 */
export class EventStoreDbEventStore extends EventStore {
  private readonly address: Address;
  private readonly deadline: number;
  private readonly client: Client;
  private readonly end: EndOfLog;
  private readonly tail: EventStoreDbTail;
  private readonly turns = new Turns(appendsAtATime);
  private readonly closing = new AbortController();
  private readonly readBack: ReadBack;

  /**
   * @param url `esdb://user:password@host:2113,host:2113?tls=true&tlsCAFile=ca.pem`
   * @param deadline milliseconds that the server has for an answer; after a break the same is tried
   *   again for twice as long, so that a read ends after three times as long; an append may take
   *   longer, by what it reads
   * @throws ConfigurationError
   */
  constructor(
    url: string,
    private readonly registry: EventRegistry,
    { deadline = 3000 }: { deadline?: number } = {},
  ) {
    super();
    setMaxListeners(0, this.closing.signal);
    this.address = addressOf(url);
    this.deadline = deadline;
    this.client = new Client(this.address, deadline);
    this.end = new EndOfLog(this.client);
    this.tail = new EventStoreDbTail(this.client, this.end);
    this.readBack = new ReadBack(this.client);
  }

  /**
   * Returns once the server answers, for which it has as long as for any read.
   * @throws ConfigurationError
   */
  async reached(): Promise<this> {
    try {
      await this.head();
      return this;
    } catch (error) {
      if (error instanceof StoreRefuses) {
        throw new ConfigurationError(`EVENTSTOREDB_URL: ${error.message}`);
      }
      if (!(error instanceof ConnectionBreak)) throw error;
      throw new ConfigurationError(`EVENTSTOREDB_URL: no server answers (${error.kind})`);
    }
  }

  /** A sentence for the operator when the server takes less at once than an event may have. */
  async shortage(): Promise<string | undefined> {
    const bytes = await largestAppend(this.address, this.deadline);
    if (bytes === undefined || bytes >= bytesToTake) return undefined;
    return `EVENTSTOREDB_URL: the server takes ${String(bytes)} bytes in an append: set its MaxAppendSize (and MaxAppendEventSize, if it has one) to ${String(bytesToTake)} at least`;
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<Appended> {
    checkedTexts(stream, events, this.registry);
    const id = randomUUID();
    const given = events.map((event) => toStore(event, id));
    const { client, readBack } = this;
    const appending: Appending = { client, readBack, persistence: this.persistence() };
    const write = () => append(appending, stream, expected, given);
    const last = await this.turns.take(write);
    return {
      revision: last.revision,
      position: positionOf(last.place),
      recordedAt: recordedAt(last),
      repeated: writtenBy(last) !== id,
    };
  }

  async readStream(stream: string, options: ReadStream = {}): Promise<RecordedEvent[]> {
    const read = () => readStream(this.client, stream, options);
    const events = await this.persist(read);
    return events.map((event) => fromStored(event, this.registry));
  }

  async *readAll(options: ReadAll = {}): AsyncGenerator<Batch> {
    const end = options.upTo ?? (await this.head()).position;
    const known = this.end.known ?? (await this.persist(() => this.end.ask()));
    const reaches = known ? positionOf(known.place) : beginning;
    yield* readAll(this.client, this.registry, end, reaches, options);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<Batch> {
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    return subscribe(this, this.tail, { ...options, signal });
  }

  async head(): Promise<Head> {
    const last = await this.persist(() => this.end.ask());
    if (!last) return { position: beginning, recordedAt: undefined };
    return { position: positionOf(last.place), recordedAt: recordedAt(last) };
  }

  /** Reads from the end of the log, for as long as the events are later than the moment. */
  async positionAt(moment: Date): Promise<Position> {
    const isBefore = ({ created }: { created: Date }) => created <= moment;
    const last = await this.persist(() => this.end.ask());
    const found =
      last && !isBefore(last) ? await this.persist(() => lastEvent(this.client, isBefore)) : last;
    return found ? positionOf(found.place) : beginning;
  }

  /** An estimate, from the bytes between the positions: to count one would have to read. */
  distance(after: Position, upTo: Position): Promise<number> {
    const bytes = placeOf(upTo).commit - placeOf(after).commit;
    const isPast = bytes === 0n && upTo > after;
    return Promise.resolve(isPast ? 1 : Math.ceil(Number(bytes) / bytesOfAnEvent));
  }

  /** A commit position stands for the pair with itself. */
  parsePosition(text: string): Position {
    return positionOf(placeOf(text));
  }

  close(): Promise<void> {
    this.closing.abort();
    return this.client.close();
  }

  private persist<Result>(read: () => Promise<Result>): Promise<Result> {
    return persist(read, this.persistence());
  }

  private persistence(): Persistence {
    return { until: performance.now() + 2 * this.deadline, signal: this.closing.signal };
  }
}
