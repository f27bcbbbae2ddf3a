import {
  act,
  happened,
  notInTheFuture,
  refuseUnless,
  type Act,
  type Actor,
  type Asked,
  type DomainEvent,
} from '@sikkerby/kernel';
import type { Report, ReportState } from './report-state.js';

export type { Asked };

/** The report, once there is one. @throws Rejection */
export function opened(state: ReportState): Report {
  refuseUnless(state.status !== 'not-opened', 'a-report-is-opened-first');
  return state;
}

/** An act on a report that is there. `from` refuses whatever the details. */
export function reportAct<Data>(
  from: (report: Report, actor: Actor) => Report,
  decide: (report: Report, command: Asked<Data>) => readonly DomainEvent[],
): Act<ReportState, Data, DomainEvent> {
  return act(
    (state: ReportState, actor: Actor): ReportState => from(opened(state), actor),
    (state, command: Asked<Data>) => {
      const report = opened(state);
      notInTheFuture(command.occurredOn, command);
      const isAfter = command.occurredOn >= report.openedOn;
      refuseUnless(isAfter, 'nothing-happens-to-a-report-before-it-was-opened');
      return decide(report, command);
    },
  );
}

/** The event of a report, on the day of the command. */
export function happenedTo<Done extends string, Data extends object>(
  done: Done,
  command: Asked<unknown>,
  data: Data,
): DomainEvent<`annual-report.report-${Done}.v1`, Data> {
  return happened(`annual-report.report-${done}.v1`, command, data);
}

/** What an event changes in a report; the acts see to it that there is one. */
export function reportStep<Event extends DomainEvent>(
  change: (report: Report, event: Event) => Report,
): (state: ReportState, event: Event) => ReportState {
  return (state, event) => change(state as Report, event);
}
