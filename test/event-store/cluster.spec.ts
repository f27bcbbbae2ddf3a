import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { loadEventStoreDb, StoreAway, type EventStore } from '@sikkerby/event-store';
import { events, newStream, registry } from './contract/events.js';
import { patience } from '../support/patience.js';
import { until } from '../support/until.js';
import { Cluster } from '../wire-double/cluster.js';

const EventStoreDbEventStore = await loadEventStoreDb();

jest.setTimeout(patience(60));

let cluster: Cluster;
let store: EventStore;
let subscribing: AbortController;
let seen: string[];

beforeEach(async () => {
  cluster = await Cluster.start(3);
  store = new EventStoreDbEventStore(cluster.url, registry);
  subscribing = new AbortController();
  seen = [];
  void follow(subscribing.signal);
});
afterEach(async () => {
  subscribing.abort();
  for (const node of cluster.nodes) node.answering.open();
  await store.close();
  await cluster.stop();
});

async function follow(signal: AbortSignal): Promise<void> {
  for await (const batch of store.subscribe({ signal })) {
    seen.push(...batch.events.map(({ id }) => id));
  }
}

/** Another program appends, which asks the node that leads by now. */
async function appendElsewhere(): Promise<string[]> {
  const given = events(3);
  const address = cluster.leader?.address ?? 'nobody';
  const other = new EventStoreDbEventStore(`esdb://${address}?tls=false`, registry);
  await other.append(newStream(), 'none', given);
  await other.close();
  return given.map(({ id }) => id);
}

const isLevel = (ids: readonly string[]) => async () => {
  try {
    const { position } = await store.head();
    const last = cluster.log.ours().at(-1);
    const isAtHead = Number(position.split('-')[0]) === last?.place.commit;
    return (isAtHead && ids.every((id) => seen.includes(id))) || [position, seen.length];
  } catch (error) {
    if (error instanceof StoreAway) return error.message;
    throw error;
  }
};

it.each<[how: string, fail: (leader: Cluster['nodes'][number]) => void]>([
  ['stands still, and does not know who leads', (leader) => leader.standStill()],
  ['does not answer', (leader) => leader.answering.shut()],
  ['follows another', () => undefined],
  ['is gone', (leader) => leader.kill()],
])('is level again with those who go on when the node that led %s', async (...[how, fail]) => {
  const ids = await appendElsewhere();
  await until('it is level', isLevel(ids));

  const [first, second] = cluster.nodes;
  if (!first) throw new Error('no node');
  fail(first);
  cluster.leader = second;
  const later = await appendElsewhere();
  await until(`it is level after a node ${how}`, isLevel([...ids, ...later]));
  const { revision } = await store.append(newStream(), 'none', events(1));
  expect(revision).toBe(0);
  if (how === 'is gone') await first.listen();
});

it('says that the store is away while nobody leads, and goes on when somebody does', async () => {
  const [first, second] = cluster.nodes;
  const stream = newStream();
  const given = events(2);
  await store.append(newStream(), 'none', events(1));

  cluster.leader = undefined;
  await Promise.all([
    expect(store.append(stream, 'none', given)).rejects.toThrow(StoreAway),
    expect(store.head()).rejects.toThrow(StoreAway),
    expect(store.readStream(stream)).rejects.toThrow(StoreAway),
  ]);

  cluster.leader = second ?? first;
  expect(await store.append(stream, 'none', given)).toMatchObject({ revision: 1, repeated: false });
  expect(await store.readStream(stream)).toHaveLength(2);
});

it('does not take the log of a node for the whole when it lacks what was seen before', async () => {
  const [, second] = cluster.nodes;
  second?.standStill();
  await store.append(newStream(), 'none', events(2));
  const { position: upTo } = await store.head();
  cluster.leader = second;

  const readAll = async () => {
    for await (const batch of store.readAll({ upTo })) expect(batch.through).not.toBe(upTo);
  };
  await expect(readAll()).rejects.toThrow(StoreAway);
});
