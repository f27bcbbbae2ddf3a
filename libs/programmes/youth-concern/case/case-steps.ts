import type { DomainEvent } from '@sikkerby/kernel';
import type { CaseState, LiveCase } from './case-state.js';

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
