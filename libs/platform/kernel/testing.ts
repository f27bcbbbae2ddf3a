import type { Actor } from './actor.js';
import { day, type Day } from './day.js';
import { decide, fold, type Command, type Decider } from './decider.js';
import type { DomainEvent, Position, RecordedEvent } from './event.js';
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

/** Where a log under test stands after so many events. */
export function positionAfter(events: number): Position {
  return String(events).padStart(12, '0') as Position;
}

/** An event under test as the log holds it: the test says what matters to it. */
export function recorded(what: Partial<RecordedEvent>): RecordedEvent {
  return {
    id: 'event-0',
    type: 'made-up.happened.v1',
    stream: 'made_up-unit',
    revision: 0,
    position: positionAfter(1),
    recordedAt: '2020-01-01T00:00:00.000Z',
    occurredOn: day('2018-01-01'),
    data: {},
    actor: { user: 'anna', role: 'ssp-caseworker', organisation: 'ssp' },
    correlationId: 'test',
    ...what,
  };
}
