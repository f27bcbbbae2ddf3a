import type { Position, RecordedEvent } from '@sikkerby/kernel';
import type { Batch, EventStore } from './event-store.js';

type WholeLog = Pick<EventStore, 'readAll'>;

const eventsOfPage = 200;
const pagesKept = 16;

/**
 * The newest events, read once for all subscriptions of a process that stand at the same position.
 * What was read stays true, since nothing in the log changes: a page is kept until newer ones are.
 */
export class SharedPages {
  private readonly pages = new Map<Position, Promise<Batch | undefined>>();

  /** The events that follow a position; undefined when they cannot be read by all alike. */
  after(position: Position, upTo: Position, store: WholeLog): Promise<Batch | undefined> {
    const known = this.pages.get(position);
    if (known) return known;
    const page = firstBatch(position, upTo, store).catch(() => {
      // Of a type that one subscription does not know another may read nothing.
      this.pages.delete(position);
      return undefined;
    });
    this.pages.set(position, page);
    const [oldest] = this.pages.keys();
    if (this.pages.size > pagesKept && oldest !== undefined) this.pages.delete(oldest);
    return page;
  }
}

async function firstBatch(
  after: Position,
  upTo: Position,
  store: WholeLog,
): Promise<Batch | undefined> {
  for await (const batch of store.readAll({ after, upTo, batchSize: eventsOfPage })) return batch;
  return undefined;
}

/** Whether a page ended because it was full: whoever reads little of the log is then quicker alone. */
export function isFull({ events }: Batch): boolean {
  return events.length >= eventsOfPage;
}

/** The batch as one reads it who wants types with these prefixes only. */
export function ofTypes(batch: Batch, prefixes: readonly string[] | undefined): Batch {
  if (prefixes === undefined) return batch;
  const isWanted = ({ type }: RecordedEvent) => prefixes.some((prefix) => type.startsWith(prefix));
  return {
    events: batch.events.filter(isWanted),
    through: batch.through,
  };
}
