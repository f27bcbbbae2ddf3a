import { command, day, decide, fold, given, type Decider } from '@sikkerby/kernel';

/** An act of a history under test, the day on which it happens, what it says, and who does it. */
export type Tried = readonly [act: string, on: string, data?: object, user?: string, role?: string];

/**
 * What the last of these acts comes to after those before it, which must be allowed: the types of
 * its events, or the rule that refuses it.
 */
export function outcome<State>(
  decider: Decider<State>,
  ...acts: readonly Tried[]
): string[] | string {
  const last = acts.at(-1);
  if (!last) throw new RangeError('there is no act');
  const { events, rejectedBy } = given(decider, ...history(decider, acts.slice(0, -1))).when(
    asked(last),
  );
  return rejectedBy ?? events.map(({ type }) => type);
}

/** The unit after these acts, each of which must be allowed. */
export function stateAfter<State>(decider: Decider<State>, ...acts: readonly Tried[]): State {
  return given(decider, ...history(decider, acts)).state;
}

function history<State>(decider: Decider<State>, acts: readonly Tried[]) {
  let state = decider.initialState;
  return acts.flatMap((tried) => {
    const events = decide(decider, asked(tried), state);
    state = fold(decider, state, events);
    return events;
  });
}

function asked([act, on, data = {}, user = 'probe.worker', role = 'probe']: Tried) {
  const actor = { user, role, organisation: 'probe' };
  return { ...command(act, data, day(on), actor), today: day('2026-01-01') };
}
