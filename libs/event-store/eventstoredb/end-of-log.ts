import type { Client, StoredEvent } from './client.js';
import { ConnectionBreak } from './connection-break.js';
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
      if (error instanceof ConnectionBreak) throw error;
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
  isWanted?: (event: StoredEvent) => boolean,
): Promise<StoredEvent | undefined> {
  const from = { fromPosition: 'end', direction: 'backwards' } as const;
  const log = client.readAll({ ...from, ...(isWanted ? {} : { maxCount: 1 }) });
  for await (const events of log) {
    const found = isWanted ? events.find(isWanted) : events[0];
    if (found) return found;
  }
  return undefined;
}

function isBefore(one: Place, other: Place): boolean {
  return one.commit < other.commit;
}
