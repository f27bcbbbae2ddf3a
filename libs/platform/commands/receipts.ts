import type { RecordedEvent } from '@sikkerby/kernel';
import { eventId } from './envelopes.js';
import type { Intent } from './intent.js';
import { Receipt } from './receipt.answers.js';

/** The receipt that this very intent got before, if its events are in the history. */
export function receiptAmong(
  history: readonly RecordedEvent[],
  id: string,
  intent: Intent,
): Receipt | undefined {
  const first = eventId(intent, 0);
  let at = history.findIndex((event) => event.id === first);
  if (at === -1) return undefined;
  for (let index = 1; history[at + 1]?.id === eventId(intent, index); index += 1) at += 1;
  return receipt(id, history[at]);
}

/** What the caller gets for the unit's last event. */
export function receipt(
  id: string,
  last: Pick<RecordedEvent, 'revision' | 'position' | 'recordedAt'> | undefined,
): Receipt {
  if (!last) throw new Error('a new unit came without an event');
  const { revision, position, recordedAt } = last;
  return Object.assign(new Receipt(), { id, revision, position, recordedAt });
}
