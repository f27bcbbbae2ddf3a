import { NoSuchPosition } from '../event-store.js';
import type { Client } from './client/client.js';
import type { StoredEvent } from './client/notices.js';
import type { Place } from './position.js';

/** The last event of ours, as far as anybody asks for it. */
export type LastEvent = Pick<StoredEvent, 'place' | 'created'>;

/**
 * How far the log reaches. Servers write about themselves, each of them twice a minute: over a weekend
 * thousands of events come after the last of ours. Once it was asked, only what came since is read.
 */
export class EndOfLog {
  private last: LastEvent | undefined;
  /** Where the last event stands that was read, be it ours or the server's own. */
  private seen: Place | undefined;

  constructor(private readonly client: Client) {}

  /** As it was told last. */
  get known(): LastEvent | undefined {
    return this.last;
  }

  /** @throws ConnectionBreak */
  async ask(): Promise<LastEvent | undefined> {
    if (!this.seen) return this.askForAll();
    try {
      for await (const { events, through } of this.client.readOn(this.seen)) {
        this.take(events.at(-1), through);
      }
      return this.last;
    } catch (error) {
      if (!(error instanceof NoSuchPosition)) throw error;
      // It is another log than it was.
      this.last = undefined;
      this.seen = undefined;
      return this.askForAll();
    }
  }

  private async askForAll(): Promise<LastEvent | undefined> {
    // In this order: what comes in between is read again, and not left out.
    const through = await this.client.lastPlace();
    const last = await lastEvent(this.client);
    if (through) this.take(last, through);
    return this.last;
  }

  private take(event: LastEvent | undefined, through: Place): void {
    if (event && !(this.last && isBefore(event.place, this.last.place))) this.last = event;
    if (!(this.seen && isBefore(through, this.seen))) this.seen = through;
  }
}

/** The last event of ours that is as wanted, read from the end. */
export async function lastEvent(
  client: Client,
  isWanted: (event: Pick<StoredEvent, 'created'>) => boolean = () => true,
): Promise<StoredEvent | undefined> {
  // Mostly it is the very last; an event of the server's own in a stream that has another's name, or
  // one that is later than is wanted, makes it necessary to read on.
  const last = await lastOf(client, isWanted, 1);
  return last ?? lastOf(client, isWanted);
}

async function lastOf(
  client: Client,
  isWanted: (event: StoredEvent) => boolean,
  maxCount = Number.MAX_SAFE_INTEGER,
): Promise<StoredEvent | undefined> {
  const log = client.readAll({ fromPosition: 'end', direction: 'backwards', maxCount });
  for await (const events of log) {
    const found = events.find(isWanted);
    if (found) return found;
  }
  return undefined;
}

function isBefore(one: Place, other: Place): boolean {
  return one.commit < other.commit;
}
