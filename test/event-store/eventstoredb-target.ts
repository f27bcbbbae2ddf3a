import { loadEventStoreDb, type EventStore } from '@sikkerby/event-store';
import type { Fault } from '../wire-double/fault.js';
import { WireDouble } from '../wire-double/wire-double.js';
import type { Target } from './contract.js';
import { registry } from './events.js';
import { postgresTarget } from './postgres-target.js';

const EventStoreDbEventStore = await loadEventStoreDb();

export interface DoubleTarget extends Target {
  readonly double: WireDouble;
  /** The log behind the double, whose events hold what the double was sent. */
  readonly log: EventStore;
}

/**
 * The adapter over the wire double, with a database of its own behind it.
 * @param deadline milliseconds; long, for a slow machine, unless a fault is to be waited for
 */
export async function doubleTarget(
  fault: Fault = {},
  adapt = (store: EventStore) => store,
  deadline = 10_000,
): Promise<DoubleTarget> {
  const postgres = await postgresTarget();
  const double = await WireDouble.start(postgres.connect('sikkerby_app'), { fault });
  const stores: InstanceType<typeof EventStoreDbEventStore>[] = [];
  return {
    double,
    log: postgres.open(registry),
    open(registry) {
      const store = new EventStoreDbEventStore(double.url, registry, { deadline });
      stores.push(store);
      return adapt(store);
    },
    async breakConnections() {
      double.kill();
      await double.listen();
    },
    async close() {
      await Promise.all(stores.map((store) => store.close()));
      await double.stop();
      await postgres.close();
    },
  };
}

/** The adapter over a server whose log holds nothing yet; it is not ours to break. */
export function serverTarget(url: string): Promise<Target> {
  const stores: InstanceType<typeof EventStoreDbEventStore>[] = [];
  return Promise.resolve({
    open(registry) {
      const store = new EventStoreDbEventStore(url, registry);
      stores.push(store);
      return store;
    },
    breakConnections: () => Promise.resolve(),
    async close() {
      await Promise.all(stores.map((store) => store.close()));
    },
  });
}
