import { EventEmitter, once } from 'node:events';
import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import * as grpc from '@grpc/grpc-js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { portOf } from '../support/port-of.js';
import * as appends from './append.js';
import type { Fault } from './fault.js';
import { Gate } from './gate.js';
import { DoubleLog } from './log.js';
import { membersOf, type Membership } from './membership.js';
import type { ReadResp } from './messages.js';
import { answerRead, type ReadCall } from './read.js';
import { notLeader, notReady, unsupported } from './refusal.js';

const options = { 'grpc.max_receive_message_length': 17 * 1024 * 1024 };

type Callback = grpc.sendUnaryData<unknown>;

export interface DoubleOptions {
  readonly fault?: Fault;
  readonly credentials?: grpc.ServerCredentials;
  /** Bytes that an append may have; 1 MiB without it, as servers before 26 take. */
  readonly maxAppendSize?: number;
  /** No events of the server's own between the others. */
  readonly isSilent?: boolean;
  /** Of which it is a node; alone without it. */
  readonly cluster?: Membership;
}

/**
 * Speaks EventStoreDB's protocol in front of a log in memory, for the official client, as a real
 * server does (README.md says where it differs). Test equipment: it knows nothing of users, links
 * or projections.
 * Emits `given up` when a client waits no longer for its append, `idle` when no call is left.
 */
export class WireDouble extends EventEmitter<{ 'given up': []; idle: [] }> {
  /** Shut: nothing is answered, to nobody; what has come in is done once it opens. */
  readonly answering = new Gate();
  /** Shut: appends are done, but nobody is told. */
  readonly acknowledging = new Gate();
  /** Milliseconds by which it is late with everything. */
  lateBy = 0;
  /** Connections are reset at each message, before what it asks for is done or after it. */
  resets: 'before' | 'after' | undefined;
  /** Calls that are being answered. */
  openCalls = 0;
  /** How many events it has told, to all. */
  toldEvents = 0;
  /** How many calls of the batch append there have been. */
  batchAppends = 0;
  /** The `authorization` that came with appends. */
  readonly authorizations = new Set<unknown>();
  readonly log: DoubleLog;
  private readonly subscriptions = new Set<() => void>();
  private readonly server = new grpc.Server(options);
  private readonly connections: grpc.ConnectionInjector;
  private readonly sockets = new Set<Socket>();
  private door: NetServer | undefined;
  private port = 0;
  private readonly fault: Fault;
  private readonly maxAppendSize: number;
  private readonly cluster: Membership | undefined;
  /** How many events it had when it ceased to follow. */
  private stoodStillAt: number | undefined;

  private constructor({
    fault = {},
    credentials = grpc.ServerCredentials.createInsecure(),
    maxAppendSize = 1024 * 1024,
    isSilent = false,
    cluster,
  }: DoubleOptions) {
    super();
    this.cluster = cluster;
    this.log = cluster?.log ?? new DoubleLog(isSilent);
    this.fault = fault;
    this.maxAppendSize = maxAppendSize;
    this.connections = this.server.createConnectionInjector(credentials);
    this.server.addService(streamsService.StreamsService, this.streams());
    this.server.addService(featuresService.ServerFeaturesService, {
      getSupportedMethods: (_: unknown, callback: Callback) => callback(null, supported()),
    });
    this.server.addService(gossipService.GossipService, {
      read: (_: unknown, callback: Callback) => void this.gossip(callback),
    });
  }

  static async start(given: DoubleOptions = {}): Promise<WireDouble> {
    const double = new WireDouble(given);
    await double.listen();
    return double;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  get url(): string {
    return `esdb://${this.address}?tls=false`;
  }

  /** Every connection is reset, and nobody listens any more. */
  kill(): void {
    this.door?.close();
    this.reset();
  }

  /** Back, on the same port. */
  async listen(): Promise<void> {
    this.door = createServer({ noDelay: true }, (socket) => {
      this.sockets.add(socket.on('close', () => this.sockets.delete(socket)));
      this.connections.injectConnection(socket);
    });
    await once(this.door.listen(this.port, '127.0.0.1'), 'listening');
    this.port = portOf(this.door);
  }

  /** Not by waiting for its connections: one that does not speak its protocol would never end. */
  async stop(): Promise<void> {
    this.kill();
    this.server.forceShutdown();
    if (this.openCalls > 0) await once(this, 'idle');
  }

  /** Whether it has what the others have, or stands still. */
  get follows(): boolean {
    return this.stoodStillAt === undefined;
  }

  /** It has what it has, tells it to those who ask, and hears nothing of the others any more. */
  standStill(): void {
    this.stoodStillAt = this.log.all.length;
  }

  /** It follows again. */
  moveOn(): void {
    this.stoodStillAt = undefined;
    this.log.emit('growth');
  }

  /** Subscriptions end as if there were no more to come, as on a server that is taken down. */
  endSubscriptions(): void {
    for (const end of this.subscriptions) end();
  }

  private streams(): grpc.UntypedServiceImplementation {
    return {
      read: (call: ReadCall) => {
        void this.serve(call, (ended) => this.read(call, ended)).then(
          () => call.end(),
          (error: unknown) => call.emit('error', error),
        );
      },
      append: (call: appends.AppendCall, callback: grpc.sendUnaryData<unknown>) => {
        call.on('cancelled', () => this.emit('given up'));
        for (const given of call.metadata.get('authorization')) this.authorizations.add(given);
        const received = appends.receiveAppend(call);
        void this.serve(call, async () => this.append(call, await received)).then(
          (answer) => callback(null, answer),
          (error: unknown) => callback(error as grpc.ServiceError),
        );
      },
      batchAppend: (call: EventEmitter) => {
        this.batchAppends += 1;
        call.emit('error', unsupported('the batch append'));
      },
      delete: answering(({ request }: appends.DeleteCall) => {
        const place = appends.answerDelete(request.getOptions(), this.log, false);
        const position = appends.placed(new streams.DeleteResp.Position(), place);
        return new streams.DeleteResp().setPosition(position);
      }),
      tombstone: answering(({ request }: appends.TombstoneCall) => {
        const place = appends.answerDelete(request.getOptions(), this.log, true);
        const position = appends.placed(new streams.TombstoneResp.Position(), place);
        return new streams.TombstoneResp().setPosition(position);
      }),
    };
  }

  private async read(call: ReadCall, ended: AbortController): Promise<void> {
    const send = async (message: ReadResp): Promise<void> => {
      await this.answering.pass();
      if (message.hasEvent()) this.toldEvents += 1;
      if (ended.signal.aborted || call.write(message)) return;
      await once(call, 'drain', { signal: ended.signal }).catch(() => undefined);
    };
    const end = () => ended.abort();
    if (call.request.getOptions()?.hasSubscription()) this.subscriptions.add(end);
    this.assertLeads(call);
    const has = () => this.stoodStillAt ?? this.log.all.length;
    await answerRead(call, { send, ended: ended.signal, has }, this.log, this.fault);
    this.subscriptions.delete(end);
  }

  private async append(
    call: appends.AppendCall,
    requests: Awaited<ReturnType<typeof appends.receiveAppend>>,
  ) {
    if (!requests) throw new Error('given up');
    await this.answering.pass();
    this.assertLeads(call);
    const answer = appends.answerAppend(requests, this.log, this.fault, this.maxAppendSize);
    await this.answering.pass();
    await this.acknowledging.pass();
    return answer;
  }

  private async serve<Answer>(
    call: EventEmitter,
    answer: (ended: AbortController) => Promise<Answer>,
  ): Promise<Answer> {
    const ended = new AbortController();
    call.on('cancelled', () => ended.abort());
    call.on('error', () => ended.abort());
    this.openCalls += 1;
    try {
      await this.answering.pass();
      await sleep(this.lateBy);
      if (this.resets === 'before') throw this.reset();
      const given = await answer(ended);
      if (this.resets === 'after') throw this.reset();
      return given;
    } finally {
      this.openCalls -= 1;
      if (this.openCalls === 0) this.emit('idle');
    }
  }

  /** @returns what nobody is told any more */
  private reset(): Error {
    for (const socket of this.sockets) socket.resetAndDestroy();
    return new Error('reset');
  }

  private async gossip(callback: Callback): Promise<void> {
    await this.answering.pass();
    callback(null, this.cluster?.members(this) ?? this.alone());
  }

  private alone() {
    return membersOf([{ address: this.address, state: 'LEADER', isAlive: true }]);
  }

  /** @throws what a node answers that does not lead, to those who ask for the one that does */
  private assertLeads({ metadata }: { readonly metadata: grpc.Metadata }): void {
    if (!this.cluster || this.cluster.leader === this) return;
    if (metadata.get('requires-leader')[0] !== 'true') return;
    const leader = this.follows ? this.cluster.leader : undefined;
    throw leader ? notLeader(leader.address) : notReady();
  }
}

/** As newer servers, which can do all that the client knows of streams. */
function supported() {
  const methods = ['append', 'batchAppend', 'read', 'delete', 'tombstone'].map((name) =>
    new features.SupportedMethod()
      .setServiceName('event_store.client.streams.streams')
      .setMethodName(name.toLowerCase()),
  );
  return new features.SupportedMethods()
    .setMethodsList(methods)
    .setEventStoreServerVersion('24.10.0');
}

/** A call of one question and one answer. */
function answering<Call>(answer: (call: Call) => unknown) {
  return (call: Call, callback: Callback): void => {
    try {
      callback(null, answer(call));
    } catch (error) {
      callback(error as grpc.ServiceError);
    }
  };
}
