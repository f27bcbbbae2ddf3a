import type { Actor } from './actor.js';
import type { Day } from './day.js';
import { decide, fold, type Command, type Decider } from './decider.js';
import type { DomainEvent } from './event.js';
import { Rejection } from './rejection.js';

/** Outcome of a decision under test. */
export interface Outcome {
  /** The events given, without the envelope: type, day and data. */
  readonly events: readonly DomainEvent[];
  /** The rule that refused, if one did. */
  readonly rejectedBy: string | undefined;
}

/**
 * Given-when-then for a decider, without any test framework:
 * `given(decider, opened, closed).when(command).rejectedBy`.
 */
export function given<State>(decider: Decider<State>, ...history: readonly DomainEvent[]) {
  const state = fold(decider, decider.initialState, history);
  return {
    state,
    when(command: Command): Outcome {
      try {
        return { events: decide(decider, command, state), rejectedBy: undefined };
      } catch (refusal) {
        if (!(refusal instanceof Rejection)) throw refusal;
        return { events: [], rejectedBy: refusal.rule };
      }
    },
  };
}

/** A command under test, by an actor on a day. */
export function command<Data>(type: string, data: Data, occurredOn: Day, actor: Actor) {
  return { type, data, occurredOn, today: occurredOn, actor } satisfies Command<string, Data>;
}
