import { setImmediate as turn } from 'node:timers/promises';
import { Channel, ChannelCredentials } from '@grpc/grpc-js';
import { EventStoreDBClient, type AllStreamResolvedEvent } from '@eventstore/db-client';
import { ReadStream } from '@eventstore/db-client/dist/streams/utils/ReadStream.js';
import { convertGrpcEvent } from '@eventstore/db-client/dist/utils/convertGrpcEvent.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { Address } from '../address.js';
import { requestOf, type ReadLog } from './filtered-read.js';

/** How many events may wait to be taken. */
export const buffer = { highWaterMark: 1000 };

/**
 * Everything is asked of the node that leads: another one may stand still without knowing. It says who
 * leads, and the client goes there.
 */
export const requiresLeader = true;

/** Seconds that a node has to say who leads, in whole ones; there may be three to ask. */
const gossipTimeout = 1;

const channelOptions = {
  'grpc.keepalive_time_ms': 10_000,
  'grpc.keepalive_timeout_ms': 10_000,
  // As the client's own: an event may have had so much by another protocol.
  'grpc.max_receive_message_length': 17 * 1024 * 1024,
  // Otherwise a new channel may wait, with those before it, up to two minutes before it connects.
  'grpc.use_local_subchannel_pool': 1,
};

/** One connection to one node; when it breaks another client takes its place. */
export class Connection extends EventStoreDBClient {
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
    const request = requestOf(given);
    const open = this.GRPCStreamCreator(streamsService.StreamsClient, 'readOurs', (client) =>
      client.read(request, ...this.callArguments({ requiresLeader }, { deadline: Infinity })),
    );
    return new ReadStream(open, convertGrpcEvent, buffer);
  }

  private async open(): Promise<Channel> {
    return new Channel(await this.resolveUri(), this.credentials, channelOptions);
  }

  /** Lets the calls under way end; whatever else is asked goes to another client. */
  async retire(): Promise<void> {
    const channel = await this.channel?.catch(() => undefined);
    // A call that waited for the channel begins first: of one that is shut the client makes an error
    // that nobody can catch.
    await turn();
    channel?.close();
  }

  async close(): Promise<void> {
    await turn();
    await this.dispose();
    await this.retire();
  }
}

/** @param hosts where to look for the node that leads; one is taken for it */
export function connectionTo(
  { tls, credentials, rootCertificate, userCertFile, userKeyFile, ...address }: Address,
  hosts = address.hosts,
): Connection {
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
      ? new Connection({ endpoint, connectionName }, security, user)
      : new Connection({ endpoints: [...hosts], connectionName, ...search }, security, user);
  if (tls) {
    client.credentials = ChannelCredentials.createSsl(rootCertificate, userKeyFile, userCertFile);
  }
  return client;
}
