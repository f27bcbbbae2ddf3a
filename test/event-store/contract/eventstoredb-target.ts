import { EventStoreDBClient } from '@eventstore/db-client';
import { loadEventStoreDb, type EventRegistry, type EventStore } from '@sikkerby/event-store';
import type { Fault } from '../../wire-double/fault.js';
import { WireDouble } from '../../wire-double/wire-double.js';
import type { Target } from './event-store-contract.js';
import type { Damage } from './damaged.contract.js';

const EventStoreDbEventStore = await loadEventStoreDb();

export interface DoubleTarget extends Target {
  readonly double: WireDouble;
}

/**
 * The adapter over the wire double.
 * @param deadline milliseconds; long, for a slow machine, unless a fault is to be waited for
 */
export async function doubleTarget(
  fault: Fault = {},
  adapt = (store: EventStore) => store,
  deadline = 10_000,
): Promise<DoubleTarget> {
  const double = await WireDouble.start({ fault });
  const stores: InstanceType<typeof EventStoreDbEventStore>[] = [];
  return {
    double,
    open(registry) {
      const store = new EventStoreDbEventStore(double.url, registry, { deadline });
      stores.push(store);
      return adapt(store);
    },
    async breakConnections() {
      double.kill();
      await double.listen();
    },
    damage: (stream, how) => damage(double.url, stream, how),
    async close() {
      await Promise.all(stores.map((store) => store.close()));
      await double.stop();
    },
  };
}

/** The adapter over a server; it is not ours to break. */
export async function serverTarget(url: string, registry: EventRegistry): Promise<Target> {
  const stores: InstanceType<typeof EventStoreDbEventStore>[] = [];
  const open = (known: EventRegistry) => {
    const store = new EventStoreDbEventStore(url, known);
    stores.push(store);
    return store;
  };
  const { position: after } = await open(registry).head();
  return {
    after,
    open,
    breakConnections: () => Promise.resolve(),
    damage: (stream, how) => damage(url, stream, how),
    async close() {
      await Promise.all(stores.map((store) => store.close()));
    },
  };
}

async function damage(url: string, stream: string, how: Damage): Promise<void> {
  const client = EventStoreDBClient.connectionString(url);
  // With credentials the client takes the plain append, which is the one that the double knows.
  const options = { credentials: { username: 'admin', password: 'changeit' } };
  const truncate = (truncateBefore: number) =>
    client.setStreamMetadata(stream, { truncateBefore }, options);
  if (how === 'truncated') await truncate(2);
  if (how === 'truncated wholly') await truncate(100);
  if (how === 'deleted') await client.deleteStream(stream);
  if (how === 'deleted for ever') await client.tombstoneStream(stream);
  await client.dispose();
}
