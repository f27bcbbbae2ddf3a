import { randomUUID } from 'node:crypto';
import { idOf, streamOf } from '@sikkerby/decisions';
import { WrongRevision, type EventStore } from '@sikkerby/event-store';
import { dayInCopenhagen, decide, type Actor } from '@sikkerby/kernel';
import { observation, observationWords } from './observation.js';
import { printedFigures, printedOn } from './printed-figures.js';

const actor: Actor = { user: 'sikkerby', role: 'system', organisation: 'sikkerby' };

/** Records what the strategy prints and is not recorded yet; what was made of it since stays. */
export async function takeInPrintedFigures(store: EventStore): Promise<void> {
  const correlationId = randomUUID();
  await Promise.all(printedFigures.map((printed) => takeIn(store, printed, correlationId)));
}

async function takeIn(
  store: EventStore,
  data: (typeof printedFigures)[number],
  correlationId: string,
): Promise<void> {
  const stream = streamOf(observation, idOf(observationWords(data)));
  if ((await store.readStream(stream, { limit: 1 })).length > 0) return;
  const today = dayInCopenhagen(new Date());
  const command = { type: 'record', data, occurredOn: printedOn, today, actor };
  const events = decide(observation, command, observation.initialState);
  const envelopes = events.map((event) => ({ ...event, id: randomUUID(), actor, correlationId }));
  try {
    await store.append(stream, 'none', envelopes);
  } catch (error) {
    // Another process that starts has just taken it in.
    if (!(error instanceof WrongRevision)) throw error;
  }
}
