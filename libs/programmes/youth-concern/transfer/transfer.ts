import { refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import type { RejectTransferReason } from '../concern-codes.js';
import { acting, happened, notBeforeItBegan, type Asked } from '@sikkerby/case-kit';
import {
  openCase,
  settle,
  theCase,
  type CaseState,
  type LiveCase,
  type OpenCase,
  type PendingTransfer,
} from '../case/case-state.js';
import { caseSteps } from '../case/case-steps.js';

/** Asked for only: changes nothing until it is accepted. */
export type TransferRequested = DomainEvent<'youth-concern.transfer-requested.v1', Receiver>;
/** The receiver is responsible from `effectiveOn`, which may be before or after the day of the
 * acceptance; of several on one day the last recorded counts (rule R10). */
export type TransferAccepted = DomainEvent<
  'youth-concern.transfer-accepted.v1',
  Receiver & AcceptTransfer
>;
export type TransferRejected = DomainEvent<'youth-concern.transfer-rejected.v1', RejectTransfer>;
export type TransferWithdrawn = DomainEvent<'youth-concern.transfer-withdrawn.v1'>;
export type TransferEvent =
  TransferRequested | TransferAccepted | TransferRejected | TransferWithdrawn;

interface Receiver {
  readonly toDistrict: District;
  readonly toTeam: string;
}
interface AcceptTransfer {
  readonly effectiveOn: Day;
}
interface RejectTransfer {
  readonly reason: RejectTransferReason;
}

export const transferActs = {
  'request-transfer': {
    ...acting(theCase, openCase, (state, command: Asked<Receiver>) => {
      const { toDistrict, toTeam } = command.data;
      const { transfer } = state;
      if (transfer?.toDistrict === toDistrict && transfer.toTeam === toTeam) return [];
      refuseUnless(!transfer, 'one-transfer-is-pending-at-a-time');
      refuseUnless(toDistrict !== state.district.value, 'a-transfer-goes-to-another-district');
      return [happened('youth-concern.transfer-requested.v1', command, { toDistrict, toTeam })];
    }),
    already: (state: CaseState) => state.status === 'open' && state.transfer !== undefined,
  },

  'accept-transfer': acting(
    theCase,
    withPendingTransfer,
    (state, command: Asked<AcceptTransfer>) => {
      const { effectiveOn } = command.data;
      const { toDistrict, toTeam } = state.transfer;
      answeredInTime(state, command.occurredOn);
      notBeforeItBegan(theCase, state, effectiveOn);
      refuseUnless(
        effectiveOn >= state.transfer.requestedOn,
        'a-transfer-takes-effect-after-it-is-asked-for',
      );
      const accepted = { toDistrict, toTeam, effectiveOn };
      return [happened('youth-concern.transfer-accepted.v1', command, accepted)];
    },
  ),

  'reject-transfer': acting(
    theCase,
    withPendingTransfer,
    (state, command: Asked<RejectTransfer>) => {
      answeredInTime(state, command.occurredOn);
      const { reason } = command.data;
      return [happened('youth-concern.transfer-rejected.v1', command, { reason })];
    },
  ),

  'withdraw-transfer': acting(theCase, withPendingTransfer, (state, command: Asked<object>) => {
    answeredInTime(state, command.occurredOn);
    return [happened('youth-concern.transfer-withdrawn.v1', command, {})];
  }),
};

export const transferSteps = caseSteps<TransferEvent>({
  'youth-concern.transfer-requested.v1': (state, { occurredOn, data }) => ({
    ...state,
    transfer: { ...data, requestedOn: occurredOn },
  }),
  'youth-concern.transfer-accepted.v1': (state, { data }) => ({
    ...state,
    transfer: undefined,
    district: settle(state.district, data.toDistrict, data.effectiveOn),
    team: data.toTeam,
    caseworker: undefined,
  }),
  'youth-concern.transfer-rejected.v1': (state) => ({ ...state, transfer: undefined }),
  'youth-concern.transfer-withdrawn.v1': (state) => ({ ...state, transfer: undefined }),
});

type WithPendingTransfer = OpenCase & { readonly transfer: PendingTransfer };

function withPendingTransfer(live: LiveCase): WithPendingTransfer {
  const open = openCase(live);
  const { transfer } = open;
  refuseUnless(transfer !== undefined, 'a-transfer-is-asked-for-before-it-is-answered');
  return { ...open, transfer };
}

function answeredInTime({ transfer }: WithPendingTransfer, on: Day): void {
  refuseUnless(on >= transfer.requestedOn, 'a-transfer-is-asked-for-before-it-is-answered');
}
