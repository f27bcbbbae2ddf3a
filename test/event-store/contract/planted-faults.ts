import {
  DamagedStream,
  EventTooLarge,
  UnknownEvent,
  type Appended,
  type Batch,
  type EventStore,
} from '@sikkerby/event-store';
import type { Position } from '@sikkerby/kernel';
import type { Fault } from '../../wire-double/fault.js';
import { damages } from './damaged.contract.js';

export interface PlantedFault extends Fault {
  /** Where no server can be at fault, the store itself is. */
  readonly store?: (store: EventStore) => EventStore;
  /** The tests of the contract that must fail. */
  readonly noticedBy: readonly string[];
}

const conflict = 'is a conflict that tells the revision';
const touched = 'a stream that somebody touched with tools of the database';
const first = { revision: 0 };

/** Each stands in the double, or in the store, in the place of what is right. */
export const plantedFaults: Readonly<Record<string, PlantedFault>> = {
  'an append goes in whatever is expected': {
    expected: () => 'any',
    noticedBy: [
      `append a revision that is past ${conflict}`,
      `append a revision that is not reached ${conflict}`,
      `append an absent stream, expected at a revision ${conflict}`,
      'append a conflict does not harm the appends that are made at the same time',
      'append concurrent appends to one stream have one winner per revision',
    ],
  },
  'a conflict tells a wrong revision': {
    conflict: () => 7,
    noticedBy: [
      `append a stream that is there, expected to be absent ${conflict}`,
      'append some of the same events again, expecting none, are a conflict',
      'append some of the same events again, expecting 0, are a conflict',
    ],
  },
  'only the first event of an append goes in': {
    proposed: (events) => events.slice(0, 1),
    noticedBy: [
      'append revisions of a stream are gapless from 0',
      'append an append says where its last event stands and when it was recorded',
      'append the same events again, expecting none, give the original result',
      'append the same events again, expecting 0, give the original result',
      'reads a stream up to a revision, forwards and backwards, a few at a time',
      'reads everything after a position, in batches, whatever the filter',
      'reads a log of thousands comes in whole batches',
      'positions the distance of two positions says how far a reader is behind',
      'subscription takes the next batch only when the last one was handled',
    ],
  },
  'ids are others than were given': {
    read: (events) => events.map((event) => ({ ...event, id: event.id.replace(/^./, 'f') })),
    noticedBy: [
      'append the same events again, expecting exists, give the original result',
      'append some of the same events again, expecting exists, are a conflict',
    ],
  },
  'texts change': {
    read: (events) => events.map((event) => ({ ...event, data: Buffer.from('{"text":"other"}') })),
    noticedBy: [
      'append an event comes back as it was given',
      'reads older versions are lifted; an unknown type is a hard stop',
    ],
  },
  'a missing stream is an error': {
    refusesMissingStreams: true,
    noticedBy: [
      `append an absent stream, expected to be there ${conflict}`,
      'reads a stream that does not exist has no events',
      `${touched} a stream that was never there is no such stream`,
    ],
  },
  'all is recorded at the beginning of time': {
    read: (events) => events.map((event) => ({ ...event, created: 0n })),
    noticedBy: [
      'reads a stream as it stood at a position or a moment',
      'positions a moment maps to the last position recorded by then',
    ],
  },
  'large events are refused': {
    proposed: (events) => {
      if (events.some(({ data }) => data.length > 500_000)) throw new EventTooLarge('any');
      return events;
    },
    noticedBy: ['append an event of exactly 1 MiB goes in, a larger one does not'],
  },
  'unknown types are passed over in silence': {
    store: (store) =>
      instead(store, {
        append: (...given) => store.append(...given).catch(nothingWhenUnknown),
        async *subscribe(options) {
          yield* endWhenUnknown(store.subscribe(options));
        },
      }),
    noticedBy: [
      'append a type or version that is not registered is not written',
      'subscription an unknown type is a hard stop',
    ],
  },
  'a backwards read begins at the start': {
    store: (store) =>
      instead(store, {
        readStream: (stream, options = {}) =>
          store.readStream(stream, options.backwards ? { ...options, upTo: first } : options),
      }),
    noticedBy: [
      'reads a stream up to a revision, forwards and backwards, a few at a time',
      'reads a stream backwards, of one event and of 5,000',
    ],
  },
  'damage is passed over in silence': {
    store: (store) =>
      instead(store, {
        readStream: (...given) => store.readStream(...given).catch(nothingWhenDamaged),
      }),
    noticedBy: damages.map((damage) => `${touched} ${damage} it is read whole, or refused`),
  },
  'any text is a position': {
    store: (store) => instead(store, { parsePosition: (text) => text as Position }),
    noticedBy: ['positions a position that a person wrote is read; anything else is refused'],
  },
  'events are asked for by the type under which they were written': {
    store: (store) =>
      instead(store, {
        async *readAll(options) {
          const prefixes = options?.typePrefixes ?? [''];
          for await (const { events, through } of store.readAll(options)) {
            const asked = events.filter(({ type, asWritten }) =>
              prefixes.some((prefix) => (asWritten?.type ?? type).startsWith(prefix)),
            );
            yield { events: asked, through };
          }
        },
      }),
    noticedBy: ['reads who asks for the newest version is given what was written in an older one'],
  },
  'a subscription takes no options': {
    store: (store) =>
      instead(store, {
        subscribe: ({ signal, after }) => {
          const open = signal.aborted ? new AbortController().signal : signal;
          return store.subscribe({ signal: open, ...(after && { after }) });
        },
      }),
    noticedBy: [
      'subscription delivers what there is, then what comes, in order',
      'subscription tells how far it is when nothing matches',
      'subscription ends at once when aborted, also before it began',
    ],
  },
  'a subscription brings everything twice': {
    store: (store) =>
      instead(store, {
        async *subscribe(options) {
          for await (const batch of store.subscribe(options)) yield* [batch, batch];
        },
      }),
    noticedBy: ['subscription resumes after every break without a gap'],
  },
};

function instead(store: EventStore, methods: Partial<EventStore>): EventStore {
  return Object.assign(Object.create(store) as EventStore, methods);
}

function nothingWhenDamaged(error: unknown): [] {
  if (error instanceof DamagedStream) return [];
  throw error;
}

function nothingWhenUnknown(error: unknown): Appended {
  if (error instanceof UnknownEvent) return {} as Appended;
  throw error;
}

async function* endWhenUnknown(batches: AsyncIterable<Batch>): AsyncGenerator<Batch> {
  try {
    yield* batches;
  } catch (error) {
    if (!(error instanceof UnknownEvent)) throw error;
  }
}
