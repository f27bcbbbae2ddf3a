import {
  excludeSystemEvents,
  jsonEvent,
  NotLeaderError,
  WrongExpectedVersionError,
  type JSONType,
} from '@eventstore/db-client';
import { DamagedStream } from '../../event-store.js';
import { inTime } from '../../in-time.js';
import type { Address } from '../address.js';
import { ConnectionBreak } from '../connection-break.js';
import { gapless } from '../gapless.js';
import type { Place } from '../position.js';
import { reading, type Patience, type Source } from '../reading.js';
import { buffer, connectionTo, requiresLeader, type Connection } from './connection.js';
import type { ReadLog } from './filtered-read.js';
import {
  asTold,
  type Answer,
  type EventToStore,
  type ReadEvents,
  type Resolved,
  type StoredEvent,
  type Told,
} from './notices.js';
import { NoStream, translated } from './translated.js';

/**
 * The official client, with the way round its faults. Only this folder knows it, for its successor
 * speaks the same language on the wire. Errors hold no address, and of what was sent the stream's name.
 */
export class Client {
  private current: Connection;
  /** Those of before that are still read from. */
  private readonly left = new Set<Connection>();
  private isClosed = false;

  /** @param milliseconds that the server has for an answer */
  constructor(
    private readonly address: Address,
    private readonly milliseconds: number,
  ) {
    this.current = connectionTo(address);
  }

  /**
   * @throws ConnectionBreak when it is not known whether the events are in
   * @throws AppendTooLarge, DamagedStream
   */
  async append(
    stream: string,
    expected: number | 'none',
    events: readonly EventToStore[],
  ): Promise<Answer> {
    const given = events.map((event) => jsonEvent({ ...event, data: event.data as JSONType }));
    const expectedRevision = expected === 'none' ? 'no_stream' : BigInt(expected);
    const options = { expectedRevision, requiresLeader, deadline: this.milliseconds } as const;
    const client = this.connection;
    try {
      // The client's own deadline does not cover its search for a server.
      const { position } = await this.inTime(client.appendToStream(stream, given, options));
      return { outcome: 'appended', place: position };
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw this.failed(client, error, stream);
      const { actualVersion } = error;
      const revision = actualVersion === 'no_stream' ? undefined : Number(actualVersion);
      return { outcome: 'conflict', revision };
    }
  }

  /**
   * Nothing when there never was such a stream; the end is where a backwards read may begin, no other.
   * @throws DamagedStream
   */
  async *readStream(stream: string, options: ReadEvents): AsyncGenerator<StoredEvent[]> {
    try {
      yield* gapless(stream, options, this.toldOfStream(stream, options));
    } catch (error) {
      if (!(error instanceof NoStream)) throw error;
      if (await this.wasDeleted(stream)) throw new DamagedStream(stream, 'it was deleted');
    }
  }

  /** From the position on. @throws NoSuchPosition */
  async *readAll(options: ReadLog): AsyncGenerator<StoredEvent[]> {
    const client = this.connection;
    const source = client.readOurs(options);
    const patience = { milliseconds: this.milliseconds };
    yield* oursOf(this.told(client, source, () => source.cancel(), patience));
  }

  /** Where the last event of all stands, be it ours or the server's own. */
  async lastPlace(): Promise<Place | undefined> {
    const options = { fromPosition: 'end', direction: 'backwards', maxCount: 1 } as const;
    for await (const [last] of this.everything(options)) return last?.place;
    return undefined;
  }

  /** What stands at the place and after it, and where the last of all does that was read. */
  async *readOn(
    fromPosition: Place,
  ): AsyncGenerator<{ events: readonly StoredEvent[]; through: Place }> {
    for await (const told of this.everything({ fromPosition })) {
      const last = told.at(-1);
      if (last) yield { events: told.flatMap(({ ours }) => ours ?? []), through: last.place };
    }
  }

  /** What comes after the position, until the signal is aborted or the server ends it. */
  async *follow(fromPosition: Place | 'start', signal: AbortSignal): AsyncGenerator<StoredEvent[]> {
    const filter = excludeSystemEvents();
    const client = this.connection;
    const source = client.subscribeToAll({ fromPosition, filter, requiresLeader }, buffer);
    const end = () => source.unsubscribe();
    yield* oursOf(this.told(client, source, end, { signal }));
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([this.current, ...this.left].map((client) => client.close()));
  }

  private everything(options: {
    fromPosition: Place | 'end';
    direction?: 'backwards';
    maxCount?: number;
  }): AsyncGenerator<Told[]> {
    const client = this.connection;
    const source = client.readAll({ ...options, requiresLeader }, buffer);
    const patience = { milliseconds: this.milliseconds };
    return this.told(client, source, () => source.cancel(), patience);
  }

  /** It can no more be read, but has not been forgotten: it is truncated before whatever comes. */
  private async wasDeleted(stream: string): Promise<boolean> {
    const client = this.connection;
    try {
      const { metadata } = await this.inTime(client.getStreamMetadata(stream, { requiresLeader }));
      return metadata?.truncateBefore !== undefined;
    } catch (error) {
      throw this.failed(client, error, stream);
    }
  }

  private toldOfStream(stream: string, { maxCount, ...from }: ReadEvents): AsyncGenerator<Told[]> {
    const options = { ...from, requiresLeader, ...(maxCount !== undefined && { maxCount }) };
    const client = this.connection;
    const source = client.readStream(stream, options, buffer);
    const patience = { milliseconds: this.milliseconds };
    return this.told(client, source, () => source.cancel(), patience, stream);
  }

  private async *told(
    client: Connection,
    source: Source<Resolved>,
    end: () => Promise<void>,
    patience: Patience,
    stream?: string,
  ): AsyncGenerator<Told[]> {
    const endIt = () => void end().catch(() => undefined);
    client.reads += 1;
    try {
      for await (const items of reading(source, endIt, patience)) yield items.map(asTold);
    } catch (error) {
      throw this.failed(client, error, stream);
    } finally {
      client.reads -= 1;
      if (client.reads === 0) this.left.delete(client);
    }
  }

  private inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const late = () => new ConnectionBreak('no answer in time');
    return inTime(answer, this.milliseconds + 100, late);
  }

  /** @throws ConnectionBreak once it is closed: of a call on a channel that is shut nobody can catch the error */
  private get connection(): Connection {
    if (this.isClosed) throw new ConnectionBreak('closed');
    return this.current;
  }

  /** One of our errors. After a break whatever is asked next goes to the node that leads by then. */
  private failed(client: Connection, error: unknown, stream = ''): Error {
    const ours = translated(error, stream);
    if (ours instanceof ConnectionBreak && client === this.current && !this.isClosed) {
      if (client.reads > 0) this.left.add(client);
      void client.retire();
      const leader = error instanceof NotLeaderError ? [error.leader] : undefined;
      this.current = connectionTo(this.address, leader);
    }
    return ours;
  }
}

async function* oursOf(read: AsyncIterable<readonly Told[]>): AsyncGenerator<StoredEvent[]> {
  for await (const told of read) {
    const found = told.flatMap(({ ours }) => ours ?? []);
    if (found.length > 0) yield found;
  }
}
