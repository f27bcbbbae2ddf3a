import { setImmediate as turn } from 'node:timers/promises';
import {
  EventStoreDBClient,
  excludeSystemEvents,
  isCommandError,
  jsonEvent,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type AllStreamResolvedEvent,
  type JSONType,
  type ResolvedEvent,
} from '@eventstore/db-client';
import type { Address } from './address.js';
import { ConnectionBreak } from './connection-break.js';
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

type Events = AsyncIterable<readonly StoredEvent[]>;
type Resolved = ResolvedEvent | AllStreamResolvedEvent;

const buffer = { highWaterMark: 1000 };

class PlainClient extends EventStoreDBClient {
  // Then it takes the plain append, with and without credentials. The batch append ignores deadlines,
  // and an error of one client rejects what other clients of the process wait for.
  protected override supports = () => Promise.resolve(false);

  async close(): Promise<void> {
    await turn();
    await this.dispose();
    void this.getChannel().then(
      (channel) => channel.close(),
      () => undefined,
    );
  }
}

/**
 * The official client, with the way round its faults. The only file that knows it, for its successor
 * speaks the same language on the wire. Errors hold no value that was sent and no address.
 */
export class Client {
  private readonly client: PlainClient;

  /** @param milliseconds that the server has for an answer */
  constructor(
    { hosts, tls, credentials, rootCertificate, userCertFile, userKeyFile }: Address,
    private readonly milliseconds: number,
  ) {
    const channel = {
      insecure: !tls,
      ...(rootCertificate && { rootCertificate }),
      ...(userCertFile && { userCertFile }),
      ...(userKeyFile && { userKeyFile }),
    };
    const user = tls ? credentials : undefined;
    const connectionName = 'sikkerby';
    const [endpoint, ...others] = hosts;
    if (endpoint && others.length === 0) {
      this.client = new PlainClient({ endpoint, connectionName }, channel, user);
    } else {
      const cluster = { endpoints: [...hosts], connectionName, maxDiscoverAttempts: 1 };
      this.client = new PlainClient(cluster, channel, user);
    }
  }

  /** @throws ConnectionBreak when it is not known whether the events are in */
  async append(
    stream: string,
    expected: number | 'none',
    events: readonly EventToStore[],
  ): Promise<Answer> {
    const given = events.map((event) => jsonEvent({ ...event, data: event.data as JSONType }));
    const expectedRevision = expected === 'none' ? 'no_stream' : BigInt(expected);
    const options = { expectedRevision, deadline: this.milliseconds } as const;
    try {
      const { position } = await this.inTime(this.client.appendToStream(stream, given, options));
      return { outcome: 'appended', place: position };
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw translated(error);
      const { actualVersion } = error;
      const revision = actualVersion === 'no_stream' ? undefined : Number(actualVersion);
      return { outcome: 'conflict', revision };
    }
  }

  /** Nothing when there is no such stream; the end is where a backwards read may begin, no other. */
  readStream(
    stream: string,
    {
      maxCount,
      ...from
    }: {
      fromRevision: bigint | 'start' | 'end';
      maxCount: number | undefined;
      direction?: 'forwards' | 'backwards';
    },
  ): Events {
    const options = { ...from, ...(maxCount !== undefined && { maxCount }) };
    const source = this.client.readStream(stream, options, buffer);
    return events(source, () => source.cancel(), { milliseconds: this.milliseconds });
  }

  /** From the position on, inclusive; the server's own events count for `maxCount`. */
  readAll(options: {
    fromPosition: Place | 'start' | 'end';
    maxCount?: number;
    direction?: 'forwards' | 'backwards';
  }): Events {
    const source = this.client.readAll(options, buffer);
    return events(source, () => source.cancel(), { milliseconds: this.milliseconds });
  }

  /** What comes after the position, until the signal is aborted or the server ends it. */
  follow(fromPosition: Place | 'start', signal: AbortSignal): Events {
    const filter = excludeSystemEvents();
    const source = this.client.subscribeToAll({ fromPosition, filter }, buffer);
    return events(source, () => source.unsubscribe(), { signal });
  }

  close(): Promise<void> {
    return this.client.close();
  }

  /** The client's own deadline does not cover its search for a server. */
  private async inTime<Result>(work: Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const isLate = () => reject(new ConnectionBreak('no answer in time'));
      timer = setTimeout(isLate, this.milliseconds + 100);
    });
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
  }
}

async function* events(
  source: Source,
  end: () => Promise<void>,
  patience: Patience,
): AsyncGenerator<StoredEvent[]> {
  const endIt = () => void end().catch(() => undefined);
  try {
    for await (const items of reading<Resolved>(source, endIt, patience)) {
      const found = items.flatMap(storedEvent);
      if (found.length > 0) yield found;
    }
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw translated(error);
  }
}

function storedEvent({ event, commitPosition }: Resolved): StoredEvent | [] {
  if (!event || event.type.startsWith('$') || event.streamId.startsWith('$')) return [];
  const { id, type, data, metadata, created, streamId: stream } = event;
  const place = event.position ?? { commit: commitPosition ?? 0n, prepare: commitPosition ?? 0n };
  return { id, stream, revision: Number(event.revision), type, data, metadata, created, place };
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
function translated(error: unknown): Error {
  if (error instanceof ConnectionBreak || error instanceof TypeError) return error;
  // What is not the server's answer is a connection that is gone, or a cluster that is not found.
  const kind: string = isCommandError(error as Error) ? (error as { type: string }).type : 'lost';
  if (kind === 'lost' || passing.includes(kind)) return new ConnectionBreak(kind);
  return new Error(`EventStoreDB refuses: ${kind}`);
}
