import { randomUUID } from 'node:crypto';
import { streamOf } from '@sikkerby/commands';
import type { EventStore } from '@sikkerby/event-store';
import { command, day, decide, fold } from '@sikkerby/kernel';
import { referenceId, referenceItem, type ReferenceKind } from '@sikkerby/reference';

const actor = { user: 'anna.admin', role: 'admin', organisation: 'city' };

/** Gives commands about reference data, straight into the log. */
export function reference(store: EventStore) {
  return {
    async give(kind: ReferenceKind, code: string, act: string, on: string, data: object) {
      const stream = streamOf(referenceItem, referenceId(kind, code));
      const history = await store.readStream(stream);
      const state = fold(referenceItem, referenceItem.initialState, history);
      const events = decide(referenceItem, command(act, data, day(on), actor), state);
      const envelope = { actor, correlationId: randomUUID() };
      const envelopes = events.map((event) => ({ ...event, ...envelope, id: randomUUID() }));
      await store.append(stream, history.at(-1)?.revision ?? 'none', envelopes);
    },
  };
}

export type Reference = ReturnType<typeof reference>;
