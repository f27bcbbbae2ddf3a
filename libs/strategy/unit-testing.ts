import { command, day, fold, given, decide, type AnyDecider, type Decider } from '@sikkerby/kernel';

/** An act of a history under test, the day on which it happens, what it says, and who does it. */
export type Tried = readonly [act: string, on: string, data?: object, user?: string, role?: string];

/**
 * What the last of these acts comes to after those before it, which must be allowed: the types of
 * its events, or the rule that refuses it.
 */
export function outcome(of: AnyDecider, ...acts: readonly Tried[]): string[] | string {
  const decider = of as Decider<object>;
  const [last, ...before] = acts.toReversed();
  if (!last) throw new RangeError('there is no act');
  const { events, rejectedBy } = given(decider, ...history(of, ...before.toReversed())).when(
    asked(last),
  );
  return rejectedBy ?? events.map(({ type }) => type);
}

/** The unit after these acts, each of which must be allowed. */
export function stateAfter<State>(decider: Decider<State>, ...acts: readonly Tried[]): State {
  return fold(decider, decider.initialState, history(decider, ...acts));
}

function history(of: AnyDecider, ...acts: readonly Tried[]) {
  const decider = of as Decider<object>;
  let state = decider.initialState;
  return acts.flatMap((tried) => {
    const events = decide(decider, asked(tried), state);
    state = fold(decider, state, events);
    return events;
  });
}

function asked([act, on, data = {}, user = 'probe.analyst', role = 'analyst']: Tried) {
  const actor = { user, role, organisation: 'probe' };
  return { ...command(act, data, day(on), actor), today: day('2026-01-01') };
}
