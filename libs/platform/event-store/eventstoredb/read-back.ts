import { GroupCommit } from '@sikkerby/postgres';
import type { Client } from './client/client.js';
import type { StoredEvent } from './client/notices.js';
import type { Place } from './position.js';

/** The last event of an append, and where the server says that it is. */
export interface Wanted {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly place: Place | undefined;
}

/**
 * Reads what was just appended: the server's answer tells neither when it was recorded nor, for what
 * was there already, where it stands. Appends of the same time share a read of the log.
 */
export class ReadBack {
  private readonly group: GroupCommit<Wanted, StoredEvent>;

  constructor(private readonly client: Client) {
    this.group = new GroupCommit((wanted) => this.read(wanted), { maxItems: 500, concurrency: 1 });
  }

  /** @throws ConnectionBreak, and an Error when another event stands there */
  event(wanted: Wanted): Promise<StoredEvent> {
    return this.group.submit(wanted);
  }

  private async read(wanted: readonly Wanted[]): Promise<StoredEvent[]> {
    const found = wanted.length > 1 ? await this.readTogether(wanted) : new Map<string, never>();
    return Promise.all(
      wanted.map(async (one) => {
        const event = found.get(one.id);
        return event?.revision === one.revision ? event : this.readOne(one);
      }),
    );
  }

  private async readTogether(wanted: readonly Wanted[]): Promise<Map<string, StoredEvent>> {
    const found = new Map<string, StoredEvent>();
    const places = wanted.flatMap(({ place }) => place ?? []);
    const [first, ...others] = places;
    if (!first) return found;
    const fromPosition = others.reduce((a, b) => (b.commit < a.commit ? b : a), first);
    const maxCount = 4 * wanted.length;
    for await (const events of this.client.readAll({ fromPosition, maxCount })) {
      for (const event of events) found.set(event.id, event);
    }
    return found;
  }

  private async readOne({ stream, revision, id }: Wanted): Promise<StoredEvent> {
    const options = { fromRevision: BigInt(revision), maxCount: 1 };
    for await (const [event] of this.client.readStream(stream, options)) {
      if (event?.id === id) return event;
    }
    throw new Error('EventStoreDB does not have what it said that it took');
  }
}
