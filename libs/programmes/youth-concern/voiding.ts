import { act, type DomainEvent } from '@sikkerby/kernel';
import {
  happened,
  notBeforeTheOpening,
  notInTheFuture,
  caseSteps,
  type Asked,
} from './case-act.js';
import { liveCase, type CaseState, type LiveCase, type VoidCase } from './case-state.js';
import type { VoidReason } from './codes.js';

/** Registered in error: the case counts nowhere, in any year. The reason is in the envelope. */
export type CaseVoided = DomainEvent<'youth-concern.case-voided.v1'>;
/** The void was wrong: everything is as it was before it. */
export type CaseReinstated = DomainEvent<'youth-concern.case-reinstated.v1'>;
export type VoidingEvent = CaseVoided | CaseReinstated;

export const voidingActs = {
  void: {
    ...act(voidOrLive, (state, command: Asked<{ readonly reason: VoidReason }>) => {
      if (state.status === 'void') return [];
      notInTheFuture(command.occurredOn, command);
      notBeforeTheOpening(command.occurredOn, state);
      const { reason } = command.data;
      return [{ ...happened('youth-concern.case-voided.v1', command, {}), reason }];
    }),
    already: (state: CaseState) => state.status === 'void',
  },

  reinstate: {
    ...act(voidOrLive, (state, command: Asked<object>) => {
      if (state.status !== 'void') return [];
      notInTheFuture(command.occurredOn, command);
      return [happened('youth-concern.case-reinstated.v1', command, {})];
    }),
    already: (state: CaseState) => state.status === 'open' || state.status === 'closed',
  },
};

export const voidingSteps = {
  ...caseSteps<CaseVoided>({
    'youth-concern.case-voided.v1': (before) => ({ status: 'void', before }),
  }),
  ...caseSteps<CaseReinstated, VoidCase>({
    'youth-concern.case-reinstated.v1': ({ before }) => before,
  }),
};

function voidOrLive(state: CaseState): VoidCase | LiveCase {
  return state.status === 'void' ? state : liveCase(state);
}
