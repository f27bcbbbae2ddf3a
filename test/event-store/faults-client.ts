import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { loadEventStoreDb, StoreAway } from '@sikkerby/event-store';
import { event, registry } from './contract/events.js';

const EventStoreDbEventStore = await loadEventStoreDb();

/** Tells its parent how far it is, and in the end what it saw. */
export interface Told {
  readonly appended: number;
  /** The ids of each stream's events and of the whole log, in order; at the end only. */
  readonly streams?: Readonly<Record<string, readonly string[]>>;
  readonly projected?: readonly string[];
}

const writers = 10;

// A process of its own, so that what crashes a process is seen.
const [, , url = '', count = '0'] = process.argv;
const store = new EventStoreDbEventStore(url, registry, { deadline: 3000 });
const tell = (told: Told) => process.send?.(told);
const { position: after } = await store.head();
const run = randomUUID();
const streams: Record<string, string[]> = {};
let appended = 0;

const [projected] = await Promise.all([project(), ...Array.from({ length: writers }, write)]);
tell({ appended, streams, projected });
await once(process, 'message');
await store.close();
process.disconnect();

async function write(_: unknown, writer: number): Promise<void> {
  const stream = `youth-${run}-${writer}`;
  const ids: string[] = (streams[stream] = []);
  while (ids.length < Number(count) / writers) {
    const given = event('youth.note-added.v1', { number: ids.length });
    const expected = ids.length === 0 ? 'none' : ids.length - 1;
    const { revision } = await persist(() => store.append(stream, expected, [given]));
    if (revision !== ids.push(given.id) - 1) throw new Error('not the revision of this event');
    appended += 1;
    tell({ appended });
  }
}

/** As callers do who are told that the store is away: the same again. */
async function persist<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreAway)) throw error;
    }
  }
}

async function project(): Promise<string[]> {
  const all: string[] = [];
  const { signal } = new AbortController();
  for await (const { events } of store.subscribe({ after, signal })) {
    all.push(...events.map(({ id }) => id));
    if (all.length >= Number(count)) return all;
  }
  return all;
}
