import { permit, type Policies } from '@sikkerby/access';
import { fold, type Decider, type RecordedEvent } from '@sikkerby/kernel';
import { eventId } from './envelopes.js';
import type { Intent } from './intent.js';
import { Receipt } from './receipt.answers.js';
import { NoSuchUnit, StaleRevision } from './refusals.js';

/** The unit that a command is given to. */
export interface Target<State> {
  readonly decider: Decider<State>;
  readonly id: string;
}

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

/**
 * The unit's state, when the caller may act on it and has seen it as it is.
 * @throws NoSuchUnit, NotYours, Hidden, StaleRevision
 */
export function stateFor<State>(
  { decider, id }: Target<State>,
  history: readonly RecordedEvent[],
  intent: Intent,
  policies: Policies,
): State {
  const { expected } = intent;
  if (expected === 'none' && history.length === 0) return decider.initialState;
  if (history.length === 0) throw new NoSuchUnit();
  const state = fold(decider, decider.initialState, history);
  assertYours({ decider, id }, state, intent, policies);
  if (expected !== history.length - 1) {
    const seen = expected === 'none' ? -1 : expected;
    throw new StaleRevision(history.length - 1, history.slice(seen + 1));
  }
  return state;
}

/** @throws NotYours, Hidden */
export function assertYours<State>(
  { decider, id }: Target<State>,
  state: State,
  { identity }: Intent,
  policies: Policies,
): void {
  const { programme, homeOf } = decider;
  if (homeOf) permit(policies, identity, 'change', { programme, unit: id, home: homeOf(state) });
}

export function receipt(
  id: string,
  last: Pick<RecordedEvent, 'revision' | 'position' | 'recordedAt'> | undefined,
): Receipt {
  if (!last) throw new Error('a new unit came without an event');
  const { revision, position, recordedAt } = last;
  return Object.assign(new Receipt(), { id, revision, position, recordedAt });
}
