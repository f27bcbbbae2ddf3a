import { refuseUnless, type Actor, type Day, type DomainEvent } from '@sikkerby/kernel';
import type {
  ClosingReason,
  ReopeningReason,
  UnfinishedReason,
  VoidReason,
} from '../concern-codes.js';
import { ended, lastOf, type Episodes, acting, happened, type Asked } from '@sikkerby/case-kit';
import { hasOpenActions } from '../plan/plan.js';
import {
  asItIs,
  openCase,
  theCase,
  type CaseState,
  type ClosedCase,
  type LiveCase,
  type OpenCase,
  type PendingClosing,
} from '../case/case-state.js';
import { caseSteps } from '../case/case-steps.js';

/** The day of the event is the last day on which the case was active. */
export type CaseClosed = DomainEvent<'youth-concern.case-closed.v1', Close>;
/** Levels 3 and 4: changes nothing until somebody else than `requestedBy` approves. */
export type ClosingRequested = DomainEvent<
  'youth-concern.closing-requested.v1',
  Close & { readonly requestedBy: string }
>;
export type ClosingRefused = DomainEvent<'youth-concern.closing-refused.v1'>;
/** The same case, a new episode from the day of the event. */
export type CaseReopened = DomainEvent<'youth-concern.case-reopened.v1', Reopen>;
/** The last reopening was wrong: the case is closed again as it was before it. */
export type ReopeningVoided = DomainEvent<'youth-concern.reopening-voided.v1'>;
export type ClosingEvent =
  CaseClosed | ClosingRequested | ClosingRefused | CaseReopened | ReopeningVoided;

const notYetAsked = 'a-closing-is-asked-for-before-it-is-answered';

interface Close {
  readonly reason: ClosingReason;
  readonly unfinishedActionsBecause?: UnfinishedReason;
}
interface Reopen {
  readonly reason: ReopeningReason;
}

export const closingActs = {
  close: {
    ...acting(theCase, closableAlone, (state, command: Asked<Close>) => {
      if (state.status === 'closed') {
        refuseUnless(
          lastOf(state.episodes).to === command.occurredOn,
          'a-closing-day-is-corrected-and-not-closed-again',
        );
        return [];
      }
      readyToClose(state, command.occurredOn, command.data);
      return [happened('youth-concern.case-closed.v1', command, whyOf(command.data))];
    }),
    already: (state: CaseState) => state.status === 'closed',
  },

  'request-closing': {
    ...acting(theCase, closableByTwo, (state, command: Asked<Close>) => {
      if (state.closing) return [];
      readyToClose(state, command.occurredOn, command.data);
      const requested = { ...whyOf(command.data), requestedBy: command.actor.user };
      return [happened('youth-concern.closing-requested.v1', command, requested)];
    }),
    already: (state: CaseState) => state.status === 'open' && state.closing !== undefined,
  },

  'approve-closing': acting(theCase, closingOfAnother, (state, command: Asked<object>) => {
    const { closing } = state;
    refuseUnless(command.occurredOn >= closing.requestedOn, notYetAsked);
    readyToClose(state, command.occurredOn, closing);
    return [happened('youth-concern.case-closed.v1', command, whyOf(closing))];
  }),

  'refuse-closing': acting(theCase, closingOfAnother, (state, command: Asked<object>) => {
    refuseUnless(command.occurredOn >= state.closing.requestedOn, notYetAsked);
    return [happened('youth-concern.closing-refused.v1', command, {})];
  }),

  reopen: {
    ...acting(theCase, asItIs, (state, command: Asked<Reopen>) => {
      const { from, to } = lastOf(state.episodes);
      if (to === undefined && state.episodes.length > 1 && from === command.occurredOn) return [];
      refuseUnless(to !== undefined, 'a-case-is-closed-before-it-reopens');
      refuseUnless(command.occurredOn >= to, 'a-case-does-not-reopen-before-it-closed');
      const { reason } = command.data;
      return [happened('youth-concern.case-reopened.v1', command, { reason })];
    }),
    already: (state: CaseState) => state.status === 'open',
  },

  'void-reopening': acting(
    theCase,
    reopenedCase,
    (_state, command: Asked<{ reason: VoidReason }>) => [
      {
        ...happened('youth-concern.reopening-voided.v1', command, {}),
        reason: command.data.reason,
      },
    ],
  ),
};

export const closingSteps = caseSteps<ClosingEvent>({
  'youth-concern.case-closed.v1': (state, { occurredOn }) =>
    closedCase(state, ended(state.episodes, occurredOn)),
  'youth-concern.closing-requested.v1': (state, { occurredOn, data }) => ({
    ...state,
    status: 'open',
    closing: { ...data, requestedOn: occurredOn },
  }),
  'youth-concern.closing-refused.v1': (state) => ({
    ...state,
    status: 'open',
    closing: undefined,
  }),
  'youth-concern.case-reopened.v1': (state, { occurredOn }) => ({
    ...state,
    status: 'open',
    closing: undefined,
    episodes: [...state.episodes, { from: occurredOn, to: undefined }],
  }),
  'youth-concern.reopening-voided.v1': (state) => {
    const [opening, ...reopenings] = state.episodes;
    return closedCase(state, [opening, ...reopenings.slice(0, -1)]);
  },
});

type AskedToClose = OpenCase & { readonly closing: PendingClosing };

function closableAlone(live: LiveCase): LiveCase {
  refuseUnless(
    live.status === 'closed' || live.level.value <= 2,
    'levels-3-and-4-close-with-four-eyes',
  );
  return live;
}

function closableByTwo(live: LiveCase): OpenCase {
  const open = openCase(live);
  refuseUnless(open.level.value >= 3, 'levels-1-and-2-close-without-being-asked-for');
  return open;
}

function closingOfAnother(live: LiveCase, actor: Actor): AskedToClose {
  const open = openCase(live);
  const { closing } = open;
  refuseUnless(closing !== undefined, notYetAsked);
  refuseUnless(closing.requestedBy !== actor.user, 'who-asks-for-a-closing-does-not-approve-it');
  return { ...open, closing };
}

function reopenedCase(live: LiveCase): OpenCase {
  const open = openCase(live);
  refuseUnless(open.episodes.length > 1, 'the-case-was-reopened');
  return open;
}

function readyToClose(state: OpenCase, on: Day, { unfinishedActionsBecause }: Close): void {
  refuseUnless(on >= lastOf(state.episodes).from, 'a-case-does-not-close-before-it-opened');
  refuseUnless(!state.transfer, 'a-case-closes-when-its-transfer-is-answered');
  refuseUnless(
    unfinishedActionsBecause !== undefined || !hasOpenActions(state),
    'a-case-closes-when-every-action-is-followed-up',
  );
}

/** Nobody has access by referral to a case that is closed, and nothing in it is pending. */
function closedCase(state: LiveCase, episodes: Episodes): ClosedCase {
  const nothing = {
    ...{ closing: undefined, transfer: undefined, referrals: {}, eighteenProposed: false },
  };
  return { ...state, ...nothing, status: 'closed', episodes };
}

function whyOf({ reason, unfinishedActionsBecause }: Close): Close {
  return { reason, ...(unfinishedActionsBecause ? { unfinishedActionsBecause } : {}) };
}
