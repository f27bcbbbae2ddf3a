import {
  act,
  refuseUnless,
  type Act,
  type Command,
  type Day,
  type DomainEvent,
} from '@sikkerby/kernel';
import { openedOn, type CaseState, type From, type LiveCase } from './case-state.js';

/** A command with these data, whatever its name. */
export type Asked<Data> = Command<string, Data>;

/** An act on a case that is there: nothing in it happens in the future or before it opened. */
export function caseAct<Data, Event extends DomainEvent, Case extends LiveCase>(
  from: From<Case>,
  decide: (state: Case, command: Asked<Data>) => readonly Event[],
): Act<CaseState, Data, Event> {
  return act(from, (state: Case, command: Asked<Data>) => {
    notInTheFuture(command.occurredOn, command);
    notBeforeTheOpening(command.occurredOn, state);
    return decide(state, command);
  });
}

export function notInTheFuture(day: Day, { today }: Pick<Command, 'today'>): void {
  refuseUnless(day <= today, 'nothing-is-recorded-before-it-happens');
}

export function notBeforeTheOpening(day: Day, state: LiveCase): void {
  refuseUnless(day >= openedOn(state), 'nothing-happens-in-a-case-before-it-opened');
}

/** The event, on the day of the command. */
export function happened<Type extends string, Data extends object>(
  type: Type,
  { occurredOn }: Pick<Command, 'occurredOn'>,
  data: Data,
): DomainEvent<Type, Data> {
  return { type, occurredOn, data };
}

type Steps<Event extends DomainEvent, Before, After> = {
  readonly [Type in Event['type']]: (state: Before, event: Extract<Event, { type: Type }>) => After;
};

/** What each event changes; the acts see to it that it is only ever given in the state it expects. */
export function steps<Event extends DomainEvent, Before extends State, State>(
  each: Steps<Event, Before, State>,
): Steps<Event, State, State> {
  return each as Steps<Event, State, State>;
}

/** The same for a case that is there. */
export function caseSteps<Event extends DomainEvent, Before extends CaseState = LiveCase>(
  each: Steps<Event, Before, CaseState>,
): Steps<Event, CaseState, CaseState> {
  return steps<Event, Before, CaseState>(each);
}
