import { WrongRevision, type ExpectedRevision } from '../event-store.js';
import type { Client } from './client/client.js';
import type { EventToStore, StoredEvent } from './client/notices.js';
import { persist, type Persistence } from './persist.js';
import type { ReadBack } from './read-back.js';

/** What an append works with. */
export interface Appending {
  readonly client: Client;
  readonly readBack: ReadBack;
  readonly persistence: Persistence;
}

/**
 * The last of the events as the log has it. Every request may be repeated: at an exact revision the
 * server takes the same ids once only. It does not do so for a stream that is just to exist, for
 * which the revision is therefore read first.
 * @throws WrongRevision
 */
export async function append(
  appending: Appending,
  stream: string,
  expected: ExpectedRevision,
  events: readonly EventToStore[],
): Promise<StoredEvent> {
  if (expected !== 'exists') return appendAt(appending, stream, expected, events);
  for (;;) {
    const there = await read(appending, stream, 0);
    const last = there.at(-1);
    const known = there.findIndex(({ id }) => events.some((event) => event.id === id));
    if (last && known < 0) {
      try {
        return await appendAt(appending, stream, last.revision, events);
      } catch (error) {
        if (error instanceof WrongRevision) continue;
        throw error;
      }
    }
    return (
      original(there.slice(known, known + events.length), events) ??
      refuse(stream, expected, last?.revision)
    );
  }
}

async function appendAt(
  appending: Appending,
  stream: string,
  expected: number | 'none',
  events: readonly EventToStore[],
): Promise<StoredEvent> {
  const { client, readBack, persistence } = appending;
  const answer = await persist(() => client.append(stream, expected, events), persistence);
  const first = expected === 'none' ? 0 : expected + 1;
  if (answer.outcome === 'conflict') {
    const there = await read(appending, stream, first, events.length);
    return original(there, events) ?? refuse(stream, expected, answer.revision);
  }
  const revision = first + events.length - 1;
  const id = events.at(-1)?.id ?? '';
  const wanted = { stream, revision, id, place: answer.place };
  return persist(() => readBack.event(wanted), persistence);
}

/** The last of what is there, if those are these very events. */
function original(
  there: readonly StoredEvent[],
  events: readonly EventToStore[],
): StoredEvent | undefined {
  const isSame = events.every(({ id }, index) => there[index]?.id === id);
  return isSame ? there.at(-1) : undefined;
}

function read(
  { client, persistence }: Appending,
  stream: string,
  from: number,
  maxCount?: number,
): Promise<StoredEvent[]> {
  return persist(async () => {
    const all: StoredEvent[] = [];
    const options = { fromRevision: BigInt(from), maxCount };
    for await (const events of client.readStream(stream, options)) all.push(...events);
    return all;
  }, persistence);
}

function refuse(stream: string, expected: ExpectedRevision, actual: number | undefined): never {
  throw new WrongRevision(stream, expected, actual);
}
