import { refuseUnless, type DomainEvent, type Day, type VaultText } from '@sikkerby/kernel';
import type { ActionOutcome, CancelReason } from '../concern-codes.js';
import { acting, happened, type Asked } from '@sikkerby/case-kit';
import {
  openCase,
  theCase,
  type Action,
  type LiveCase,
  type OpenCase,
} from '../case/case-state.js';
import { caseSteps } from '../case/case-steps.js';

/** A plan is adopted anew with other goals; its actions stay. */
export type PlanAdopted = DomainEvent<'youth-concern.plan-adopted.v1', AdoptPlan>;
export type ActionAdded = DomainEvent<'youth-concern.action-added.v1', AddAction>;
export type ActionDueDayMoved = DomainEvent<'youth-concern.action-due-day-moved.v1', MoveDueDay>;
export type ActionCompleted = DomainEvent<'youth-concern.action-completed.v1', CompleteAction>;
export type ActionCancelled = DomainEvent<'youth-concern.action-cancelled.v1', CancelAction>;
export type PlanEvent =
  PlanAdopted | ActionAdded | ActionDueDayMoved | ActionCompleted | ActionCancelled;

interface AdoptPlan {
  readonly goals: VaultText;
}
interface AddAction {
  readonly actionId: string;
  readonly responsibleOrganisation: string;
  readonly dueOn: Day;
  readonly description: VaultText;
  /** The search for a leisure job that completes the action when a match is made. */
  readonly awaitsMatch?: string;
}
interface MoveDueDay {
  readonly actionId: string;
  readonly dueOn: Day;
}
interface CompleteAction {
  readonly actionId: string;
  readonly outcome: ActionOutcome;
}
interface CancelAction {
  readonly actionId: string;
  readonly reason: CancelReason;
}

export const planActs = {
  'adopt-plan': acting(theCase, openCase, (_state, command: Asked<AdoptPlan>) => [
    happened('youth-concern.plan-adopted.v1', command, { goals: command.data.goals }),
  ]),

  'add-action': acting(theCase, withPlan, (state, command: Asked<AddAction>) => {
    const { actionId, responsibleOrganisation, dueOn, description, awaitsMatch } = command.data;
    const there = state.actions[actionId];
    if (there?.dueOn === dueOn && there.organisation === responsibleOrganisation) return [];
    refuseUnless(!there, 'an-action-is-added-once');
    refuseUnless(dueOn >= command.occurredOn, 'an-action-is-not-due-before-it-is-agreed');
    const action = {
      ...{ actionId, responsibleOrganisation, dueOn, description },
      ...(awaitsMatch === undefined ? {} : { awaitsMatch }),
    };
    return [happened('youth-concern.action-added.v1', command, action)];
  }),

  'move-action-due-day': acting(theCase, withPlan, (state, command: Asked<MoveDueDay>) => {
    const { actionId, dueOn } = command.data;
    const action = knownAction(state, actionId);
    if (action.dueOn === dueOn) return [];
    refuseUnless(action.endedAs === undefined, 'an-action-is-followed-up-once');
    refuseUnless(dueOn >= command.occurredOn, 'an-action-is-not-due-before-it-is-agreed');
    return [happened('youth-concern.action-due-day-moved.v1', command, { actionId, dueOn })];
  }),

  'complete-action': acting(theCase, withPlan, (state, command: Asked<CompleteAction>) => {
    const { actionId, outcome } = command.data;
    const { endedAs } = knownAction(state, actionId);
    if (endedAs === outcome) return [];
    refuseUnless(endedAs === undefined, 'an-action-is-followed-up-once');
    return [happened('youth-concern.action-completed.v1', command, { actionId, outcome })];
  }),

  'cancel-action': acting(theCase, withPlan, (state, command: Asked<CancelAction>) => {
    const { actionId, reason } = command.data;
    const { endedAs } = knownAction(state, actionId);
    if (endedAs === reason) return [];
    refuseUnless(endedAs === undefined, 'an-action-is-followed-up-once');
    return [happened('youth-concern.action-cancelled.v1', command, { actionId, reason })];
  }),
};

export const planSteps = caseSteps<PlanEvent>({
  'youth-concern.plan-adopted.v1': (state) => ({ ...state, hasPlan: true }),
  'youth-concern.action-added.v1': (state, { data }) =>
    withAction(state, data.actionId, {
      organisation: data.responsibleOrganisation,
      dueOn: data.dueOn,
      endedAs: undefined,
    }),
  'youth-concern.action-due-day-moved.v1': (state, { data }) =>
    withAction(state, data.actionId, { ...knownAction(state, data.actionId), dueOn: data.dueOn }),
  'youth-concern.action-completed.v1': (state, { data }) =>
    withAction(state, data.actionId, {
      ...knownAction(state, data.actionId),
      endedAs: data.outcome,
    }),
  'youth-concern.action-cancelled.v1': (state, { data }) =>
    withAction(state, data.actionId, {
      ...knownAction(state, data.actionId),
      endedAs: data.reason,
    }),
});

export function hasOpenActions({ actions }: LiveCase): boolean {
  return Object.values(actions).some(({ endedAs }) => endedAs === undefined);
}

function withPlan(live: LiveCase): OpenCase {
  const open = openCase(live);
  refuseUnless(open.hasPlan, 'actions-belong-to-a-plan');
  return open;
}

function knownAction({ actions }: LiveCase, id: string): Action {
  const action = actions[id];
  refuseUnless(action !== undefined, 'the-action-is-in-the-plan');
  return action;
}

function withAction(state: LiveCase, id: string, action: Action): LiveCase {
  return { ...state, actions: { ...state.actions, [id]: action } };
}
