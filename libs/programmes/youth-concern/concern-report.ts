import {
  act,
  Rejection,
  refuseUnless,
  type Day,
  type Decider,
  type DomainEvent,
  type VaultText,
} from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import { happened, notInTheFuture, steps, type Asked } from './case-act.js';
import type { ConcernType, ReportSource, ScreeningOutcome, VoidReason } from './codes.js';
import { ageAndTrackFit, asSet, type Opening } from './opening.js';

/** Somebody is concerned; `subject` and `district` are missing when nobody knows them. */
export type ConcernReportReceived = DomainEvent<
  'youth-concern.concern-report-received.v1',
  ReceiveReport
>;
/** What comes of the report; `caseId` is the case it opens. Decided once. */
export type ConcernReportScreened = DomainEvent<
  'youth-concern.concern-report-screened.v1',
  Omit<ScreenReport, 'toOpen'>
>;
/** Registered in error. The reason is in the envelope. */
export type ConcernReportVoided = DomainEvent<'youth-concern.concern-report-voided.v1'>;
/** The void was wrong: everything is as it was before it. */
export type ConcernReportReinstated = DomainEvent<'youth-concern.concern-report-reinstated.v1'>;
export type ConcernReportEvent =
  ConcernReportReceived | ConcernReportScreened | ConcernReportVoided | ConcernReportReinstated;

interface ReceiveReport {
  readonly source: ReportSource;
  readonly anonymous: boolean;
  readonly district?: District;
  readonly concernTypes: readonly ConcernType[];
  readonly subject?: string;
  readonly description: VaultText;
  readonly reporter?: VaultText;
}

interface ScreenReport {
  readonly outcome: ScreeningOutcome;
  readonly caseId?: string;
  readonly note?: VaultText;
  /** The case about to be opened, so that no report leads to a case that may not be. */
  readonly toOpen?: Pick<Opening, 'ageAtOpening' | 'track'>;
}

interface Known {
  readonly district: District | undefined;
  readonly subject: string | undefined;
  readonly receivedOn: Day;
}
export interface ReceivedReport extends Known {
  readonly status: 'received';
}
export interface ScreenedReport extends Known {
  readonly status: 'screened';
  readonly outcome: ScreeningOutcome;
  readonly caseId: string | undefined;
}
type LiveReport = ReceivedReport | ScreenedReport;
export interface VoidReport {
  readonly status: 'void';
  readonly before: LiveReport;
}
export type ReportState = { readonly status: 'not-received' } | LiveReport | VoidReport;

const acts = {
  'receive-concern-report': act(notReceived, (_state, command: Asked<ReceiveReport>) => {
    const { source, anonymous, district, subject, description, reporter } = command.data;
    notInTheFuture(command.occurredOn, command);
    refuseUnless(!(anonymous && reporter), 'an-anonymous-reporter-is-not-named');
    return [
      happened('youth-concern.concern-report-received.v1', command, {
        source,
        anonymous,
        concernTypes: asSet(command.data.concernTypes),
        description,
        ...(district && { district }),
        ...(subject && { subject }),
        ...(reporter && { reporter }),
      }),
    ];
  }),

  'screen-concern-report': act(liveReport, (state, command: Asked<ScreenReport>) => {
    const { outcome, caseId, note, toOpen } = command.data;
    if (state.status === 'screened') {
      const same = state.outcome === outcome && state.caseId === caseId;
      refuseUnless(same, 'a-report-is-screened-once');
      return [];
    }
    notInTheFuture(command.occurredOn, command);
    refuseUnless(
      command.occurredOn >= state.receivedOn,
      'a-report-is-not-screened-before-it-is-received',
    );
    refuseUnless(
      (outcome === 'open-case') === (caseId !== undefined),
      'a-report-names-a-case-when-it-opens-one',
    );
    if (toOpen) ageAndTrackFit(toOpen);
    const screened = { outcome, ...(caseId && { caseId }), ...(note && { note }) };
    return [happened('youth-concern.concern-report-screened.v1', command, screened)];
  }),

  'void-concern-report': {
    ...act(voidOrLive, (state, command: Asked<{ readonly reason: VoidReason }>) => {
      if (state.status === 'void') return [];
      notInTheFuture(command.occurredOn, command);
      const { reason } = command.data;
      return [{ ...happened('youth-concern.concern-report-voided.v1', command, {}), reason }];
    }),
    already: (state: ReportState) => state.status === 'void',
  },

  'reinstate-concern-report': {
    ...act(voidOrLive, (state, command: Asked<object>) => {
      if (state.status !== 'void') return [];
      notInTheFuture(command.occurredOn, command);
      return [happened('youth-concern.concern-report-reinstated.v1', command, {})];
    }),
    already: (state: ReportState) => state.status !== 'void',
  },
};

const evolve = {
  ...steps<ConcernReportReceived, ReportState, ReportState>({
    'youth-concern.concern-report-received.v1': (_state, { occurredOn, data }) => ({
      status: 'received',
      receivedOn: occurredOn,
      district: data.district,
      subject: data.subject,
    }),
  }),
  ...steps<ConcernReportScreened | ConcernReportVoided, LiveReport, ReportState>({
    'youth-concern.concern-report-screened.v1': (state, { data }) => ({
      ...state,
      status: 'screened',
      outcome: data.outcome,
      caseId: data.caseId,
    }),
    'youth-concern.concern-report-voided.v1': (before) => ({ status: 'void', before }),
  }),
  ...steps<ConcernReportReinstated, VoidReport, ReportState>({
    'youth-concern.concern-report-reinstated.v1': ({ before }) => before,
  }),
} satisfies Record<ConcernReportEvent['type'], unknown>;

/** A concern about a young person, from whoever has it, until it is screened. */
export const youthConcernReport = {
  programme: 'youth-concern',
  category: 'youth_concern_report',
  initialState: { status: 'not-received' },
  acts,
  evolve,
  subjectOf: (state) => underlyingReport(state)?.subject,
  homeOf: (state) => {
    const district = underlyingReport(state)?.district;
    return district && { district, alsoDistricts: [], assignedTo: undefined, referredTo: [] };
  },
} as const satisfies Decider<ReportState>;

function notReceived(state: ReportState): ReportState {
  refuseUnless(state.status === 'not-received', 'a-report-is-received-once');
  return state;
}

function liveReport(state: ReportState): LiveReport {
  switch (state.status) {
    case 'not-received':
      throw new Rejection('a-report-is-received-first');
    case 'void':
      throw new Rejection('a-void-report-is-reinstated-first');
    default:
      return state;
  }
}

function voidOrLive(state: ReportState): VoidReport | LiveReport {
  return state.status === 'void' ? state : liveReport(state);
}

/** The report as it is, or as it was before it was voided. */
export function underlyingReport(state: ReportState): LiveReport | undefined {
  if (state.status === 'not-received') return undefined;
  return state.status === 'void' ? state.before : state;
}
