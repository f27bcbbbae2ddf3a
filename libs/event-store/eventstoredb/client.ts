import { setImmediate as turn } from 'node:timers/promises';
import { Channel, ChannelCredentials } from '@grpc/grpc-js';
import {
  EventStoreDBClient,
  excludeSystemEvents,
  isCommandError,
  jsonEvent,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type AllStreamResolvedEvent,
  type CommandError,
  type JSONType,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { ReadStream } from '@eventstore/db-client/dist/streams/utils/ReadStream.js';
import { convertGrpcEvent } from '@eventstore/db-client/dist/utils/convertGrpcEvent.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { Address } from './address.js';
import { AppendTooLarge, DamagedStream, NoSuchPosition } from '../event-store.js';
import { inTime } from '../in-time.js';
import { ConnectionBreak, ServerRefuses } from './connection-break.js';
import { gapless } from './gapless.js';
import type { Place } from './position.js';
import { reading, type Patience, type Source } from './reading.js';

/** An event as EventStoreDB keeps it; never one that the server wrote about itself. */
export interface StoredEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
  readonly created: Date;
  readonly place: Place;
}

export interface EventToStore {
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
}

/** `place` may be another one than the events' when they were there already. */
export type Answer =
  | { readonly outcome: 'appended'; readonly place: Place | undefined }
  | { readonly outcome: 'conflict'; readonly revision: number | undefined };

/** An event that the server told: without `ours` it is one of its own, or was written by others. */
export interface Told {
  readonly place: Place;
  readonly ours: StoredEvent | undefined;
}

type Resolved = ResolvedEvent | AllStreamResolvedEvent;

/** Where a read of the log begins, inclusive forwards and exclusive backwards. */
interface ReadLog {
  readonly fromPosition: Place | 'start' | 'end';
  readonly direction?: 'forwards' | 'backwards';
  /** Of ours. */
  readonly maxCount?: number;
}

/** What to read of a stream. */
export interface ReadEvents {
  readonly fromRevision: bigint | 'start' | 'end';
  readonly maxCount: number | undefined;
  readonly direction?: 'forwards' | 'backwards';
}

/** There is no such stream, or it was deleted. */
class NoStream extends Error {}

const buffer = { highWaterMark: 1000 };

/**
 * Everything is asked of the node that leads: another one may stand still without knowing. It says who
 * leads, and the client goes there.
 */
const requiresLeader = true;

/** How many events a server looks through for one of ours before it looks at other requests. */
const searchWindow = 4096;

/** Seconds that a node has to say who leads, in whole ones; there may be three to ask. */
const gossipTimeout = 1;

const channelOptions = {
  'grpc.keepalive_time_ms': 10_000,
  'grpc.keepalive_timeout_ms': 10_000,
  // As the client's own: an event may have had so much by another protocol.
  'grpc.max_receive_message_length': 17 * 1024 * 1024,
  // Otherwise a new channel waits, with those before it, up to two minutes before it connects again.
  'grpc.use_local_subchannel_pool': 1,
};

/** One connection to one node; when it breaks another client takes its place. */
class PlainClient extends EventStoreDBClient {
  /** How many there are under way. */
  reads = 0;
  credentials = ChannelCredentials.createInsecure();
  private channel: Promise<Channel> | undefined;

  // In place of the client's own, whose settings cannot be chosen.
  protected override getChannel = () => (this.channel ??= this.open());

  // Then it takes the plain append, with and without credentials. The batch append ignores deadlines,
  // and an error of one client rejects what other clients of the process wait for.
  protected override supports = () => Promise.resolve(false);

  /** Reads the log without the server's own events: the client's `readAll` cannot ask for that. */
  readOurs(given: ReadLog): ReadStream<AllStreamResolvedEvent> {
    const request = new streams.ReadReq().setOptions(optionsOf(given));
    const open = this.GRPCStreamCreator(streamsService.StreamsClient, 'readOurs', (client) =>
      client.read(request, ...this.callArguments({ requiresLeader }, { deadline: Infinity })),
    );
    return new ReadStream(open, convertGrpcEvent, buffer);
  }

  private async open(): Promise<Channel> {
    return new Channel(await this.resolveUri(), this.credentials, channelOptions);
  }

  /** Lets the calls under way end; whatever else is asked goes to another client. */
  retire(): void {
    void this.getChannel().then(
      (channel) => channel.close(),
      () => undefined,
    );
  }

  async close(): Promise<void> {
    await turn();
    await this.dispose();
    this.retire();
  }
}

/**
 * The official client, with the way round its faults. The only file that knows it, for its successor
 * speaks the same language on the wire. Errors hold no value that was sent and no address.
 */
export class Client {
  private current: PlainClient;
  /** Those of before that are still read from. */
  private readonly left = new Set<PlainClient>();

  /** @param milliseconds that the server has for an answer */
  constructor(
    private readonly address: Address,
    private readonly milliseconds: number,
  ) {
    this.current = clientOf(address);
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
    const client = this.current;
    try {
      // The client's own deadline does not cover its search for a server.
      const { position } = await inTime(
        client.appendToStream(stream, given, options),
        this.milliseconds + 100,
        () => new ConnectionBreak('no answer in time'),
      );
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
      yield* gapless(stream, options, this.toldOf(stream, options));
    } catch (error) {
      if (!(error instanceof NoStream)) throw error;
      if (await this.hasMetadata(stream)) throw new DamagedStream(stream, 'it was deleted');
    }
  }

  /** From the position on. @throws NoSuchPosition */
  async *readAll(options: ReadLog): AsyncGenerator<StoredEvent[]> {
    const client = this.current;
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
    const client = this.current;
    const source = client.subscribeToAll({ fromPosition, filter, requiresLeader }, buffer);
    const end = () => source.unsubscribe();
    yield* oursOf(this.told(client, source, end, { signal }));
  }

  async close(): Promise<void> {
    await Promise.all([this.current, ...this.left].map((client) => client.close()));
  }

  private everything(options: {
    fromPosition: Place | 'end';
    direction?: 'backwards';
    maxCount?: number;
  }): AsyncGenerator<Told[]> {
    const client = this.current;
    const source = client.readAll({ ...options, requiresLeader }, buffer);
    const patience = { milliseconds: this.milliseconds };
    return this.told(client, source, () => source.cancel(), patience);
  }

  /** We write no metadata of streams: it is there when somebody truncated or deleted one. */
  private async hasMetadata(stream: string): Promise<boolean> {
    const options = { fromRevision: 'end', direction: 'backwards', maxCount: 1 } as const;
    try {
      for await (const told of this.toldOf(`$$${stream}`, options)) return told.length > 0;
    } catch (error) {
      if (!(error instanceof NoStream)) throw error;
    }
    return false;
  }

  private toldOf(stream: string, { maxCount, ...from }: ReadEvents): AsyncGenerator<Told[]> {
    const options = { ...from, requiresLeader, ...(maxCount !== undefined && { maxCount }) };
    const client = this.current;
    const source = client.readStream(stream, options, buffer);
    const patience = { milliseconds: this.milliseconds };
    return this.told(client, source, () => source.cancel(), patience, stream);
  }

  private async *told(
    client: PlainClient,
    source: Source,
    end: () => Promise<void>,
    patience: Patience,
    stream?: string,
  ): AsyncGenerator<Told[]> {
    const endIt = () => void end().catch(() => undefined);
    client.reads += 1;
    try {
      for await (const items of reading<Resolved>(source, endIt, patience)) yield items.map(toldOf);
    } catch (error) {
      throw this.failed(client, error, stream);
    } finally {
      client.reads -= 1;
      if (client.reads === 0) this.left.delete(client);
    }
  }

  /** One of our errors. After a break whatever is asked next goes to the node that leads by then. */
  private failed(client: PlainClient, error: unknown, stream = ''): Error {
    const ours = translated(error, stream);
    if (ours instanceof ConnectionBreak && client === this.current) {
      if (client.reads > 0) this.left.add(client);
      client.retire();
      const leader = error instanceof NotLeaderError ? [error.leader] : undefined;
      this.current = clientOf(this.address, leader);
    }
    return ours;
  }
}

/** @param hosts where to look for the node that leads; one is taken for it */
function clientOf(
  { tls, credentials, rootCertificate, userCertFile, userKeyFile, ...address }: Address,
  hosts = address.hosts,
): PlainClient {
  // It uses these to ask for the node that leads.
  const security = {
    insecure: !tls,
    ...(rootCertificate && { rootCertificate }),
    ...(userCertFile && { userCertFile }),
    ...(userKeyFile && { userKeyFile }),
  };
  const user = tls ? credentials : undefined;
  const connectionName = 'sikkerby';
  const search = { maxDiscoverAttempts: 1, gossipTimeout };
  const [endpoint, ...others] = hosts;
  const client =
    endpoint && others.length === 0
      ? new PlainClient({ endpoint, connectionName }, security, user)
      : new PlainClient({ endpoints: [...hosts], connectionName, ...search }, security, user);
  if (tls) {
    client.credentials = ChannelCredentials.createSsl(rootCertificate, userKeyFile, userCertFile);
  }
  return client;
}

function optionsOf({ fromPosition, direction, maxCount }: ReadLog) {
  const { ReadDirection, AllOptions, FilterOptions, UUIDOption } = streams.ReadReq.Options;
  const isBackwards = direction === 'backwards';
  const all = new AllOptions();
  if (fromPosition === 'start') all.setStart(new shared.Empty());
  else if (fromPosition === 'end') all.setEnd(new shared.Empty());
  else all.setPosition(positionOf(fromPosition));
  // As the client's `excludeSystemEvents` says it.
  const typeOfOurs = new FilterOptions.Expression().setRegex('^[^$].*');
  return new streams.ReadReq.Options()
    .setAll(all)
    .setFilter(new FilterOptions().setEventType(typeOfOurs).setMax(searchWindow))
    .setReadDirection(isBackwards ? ReadDirection.BACKWARDS : ReadDirection.FORWARDS)
    .setCount(String(maxCount ?? Number.MAX_SAFE_INTEGER))
    .setUuidOption(new UUIDOption().setString(new shared.Empty()));
}

function positionOf({ commit, prepare }: Place) {
  return new streams.ReadReq.Options.Position()
    .setCommitPosition(String(commit))
    .setPreparePosition(String(prepare));
}

async function* oursOf(read: AsyncIterable<readonly Told[]>): AsyncGenerator<StoredEvent[]> {
  for await (const told of read) {
    const found = told.flatMap(({ ours }) => ours ?? []);
    if (found.length > 0) yield found;
  }
}

function toldOf({ event, commitPosition }: Resolved): Told {
  const place = event?.position ?? { commit: commitPosition ?? 0n, prepare: commitPosition ?? 0n };
  if (!event || event.type.startsWith('$') || event.streamId.startsWith('$')) {
    return { place, ours: undefined };
  }
  const { id, type, data, metadata, created, streamId: stream } = event;
  const revision = Number(event.revision);
  return { place, ours: { id, stream, revision, type, data, metadata, created, place } };
}

const passing = [
  'timeout',
  'deadline-exceeded',
  'unavailable',
  'cancelled',
  'unknown',
  'not-leader',
];

/** One of our errors: those of the client may hold the address and what was sent. */
function translated(error: unknown, stream: string): Error {
  if (error instanceof ConnectionBreak || error instanceof TypeError) return error;
  if (error instanceof StreamNotFoundError) return new NoStream();
  if (error instanceof MaxAppendSizeExceededError) return new AppendTooLarge(error.maxAppendSize);
  const limit = largestEvent(error);
  if (limit !== undefined) return new AppendTooLarge(limit);
  if (error instanceof StreamDeletedError) return new DamagedStream(stream, 'it was deleted');
  // What is not the server's answer is a connection that is gone, or a cluster that is not found.
  const kind: string = isCommandError(error as Error) ? (error as { type: string }).type : 'lost';
  if (isNoPosition(error)) return new NoSuchPosition();
  if (kind === 'lost' || passing.includes(kind)) return new ConnectionBreak(kind);
  return new ServerRefuses(kind);
}

/** Servers have no word for it but this, of reads and of subscriptions. */
function isNoPosition(error: unknown): boolean {
  return error instanceof Error && /InvalidPosition|invalid position/.test(error.message);
}

/** What servers of 25.1 and later take as one event: the client does not know their refusal. */
function largestEvent(error: unknown): number | undefined {
  if (!isCommandError(error as Error)) return undefined;
  const [limit] = (error as CommandError)._raw?.metadata.get('maximum-append-event-size') ?? [];
  return limit === undefined ? undefined : Number(limit);
}
