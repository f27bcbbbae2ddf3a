import { command, day, fold, given, decide, type AnyDecider, type Decider } from '@sikkerby/kernel';

/** An act of a history under test, the day on which it happens, and what it says. */
export type Tried = readonly [act: string, on: string, data?: object];

const actor = { user: 'probe.worker', role: 'probe', organisation: 'probe' };

/**
 * What the last of these acts comes to after those before it, which must be allowed: the types of
 * its events, or the rule that refuses it.
 */
export function outcome(of: AnyDecider, ...acts: readonly Tried[]): string[] | string {
  const decider = of as Decider<object>;
  const [last, ...before] = acts.toReversed();
  if (!last) throw new RangeError('there is no act');
  let state = decider.initialState;
  const history = before.toReversed().flatMap((tried) => {
    const events = decide(decider, asked(tried), state);
    state = fold(decider, state, events);
    return events;
  });
  const { events, rejectedBy } = given(decider, ...history).when(asked(last));
  return rejectedBy ?? events.map(({ type }) => type);
}

function asked([act, on, data = {}]: Tried) {
  return { ...command(act, data, day(on), actor), today: day('2026-01-01') };
}
