import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { credentials, type ClientWritableStream } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { NewEvent } from '@sikkerby/event-store';
import { doubleTarget, type DoubleTarget } from './contract/eventstoredb-target.js';
import { events, registry } from './contract/events.js';
import { until } from '../support/until.js';

let target: DoubleTarget;
let client: InstanceType<typeof streamsService.StreamsClient>;

beforeAll(async () => {
  target = await doubleTarget();
  client = new streamsService.StreamsClient(target.double.address, credentials.createInsecure());
});
afterAll(async () => {
  client.close();
  await target.close();
});

function header(stream: string) {
  const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
  const options = new streams.AppendReq.Options().setStreamIdentifier(identifier);
  return new streams.AppendReq().setOptions(options.setNoStream(new shared.Empty()));
}

function proposed({ id, type, data, ...metadata }: NewEvent) {
  const message = new streams.AppendReq.ProposedMessage()
    .setId(new shared.UUID().setString(id))
    .setData(Buffer.from(JSON.stringify(data)))
    .setCustomMetadata(Buffer.from(JSON.stringify({ event: metadata, appendId: id })));
  message.getMetadataMap().set('type', type);
  message.getMetadataMap().set('content-type', 'application/json');
  return new streams.AppendReq().setProposedMessage(message);
}

/**
 * An append of three events; its connection breaks after two of them, unless it is sent whole. It is
 * not the client that cancels it: Node's then ends its request before it resets it, and what is
 * half sent looks whole to any server.
 */
async function begun(stream: string, whole: boolean): Promise<void> {
  const idle = once(target.double, 'idle');
  const call = client.append(() => undefined) as ClientWritableStream<unknown>;
  call.on('error', () => undefined);
  const messages = [header(stream), ...events(3).map(proposed)];
  for (const message of whole ? messages : messages.slice(0, 3)) {
    await new Promise((sent) => call.write(message, sent));
  }
  await until('the call has come in', () => target.double.openCalls > 0 || 'no open call');
  if (whole) call.end();
  else target.double.kill();
  await idle;
  if (!whole) await target.double.listen();
}

test('an append is done when it came in whole, and not when the connection broke half-way', async () => {
  const store = target.open(registry);
  await begun('youth-half', false);
  expect(await store.readStream('youth-half')).toEqual([]);
  await begun('youth-whole', true);
  expect(await store.readStream('youth-whole')).toHaveLength(3);
});
