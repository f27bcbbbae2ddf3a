import { act, refuseUnless, type DomainEvent, type VaultText } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  voiding,
  decider,
  kindOf,
  beginning,
  happened,
  live,
  nothingYet,
  notInTheFuture,
  subjectOf,
  underlying,
  type AnyUnit,
  type Asked,
  type NoUnit,
  type UnitState,
} from '@sikkerby/case-kit';
import { steps } from '../case/case-steps.js';
import type { ConcernType, ReportSource, ScreeningOutcome } from '../concern-codes.js';
import { ageAndTrackFit, asSet, type Opening } from '../opening/opening.js';

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

interface Known extends AnyUnit {
  readonly district: District | undefined;
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
export type ReportState = UnitState<LiveReport>;

const theReport = kindOf<LiveReport>()('youth-concern', 'concern-report');
const voids = voiding(theReport);

const acts = {
  'receive-concern-report': beginning(theReport, (command: Asked<ReceiveReport>) => {
    const { source, anonymous, district, subject, description, reporter } = command.data;
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
      command.occurredOn >= state.beganOn,
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

  'void-concern-report': voids.acts.void,
  'reinstate-concern-report': voids.acts.reinstate,
};

const evolve = {
  ...steps<ConcernReportReceived, NoUnit, ReportState>({
    'youth-concern.concern-report-received.v1': (_state, { occurredOn, data }) => ({
      status: 'received',
      beganOn: occurredOn,
      district: data.district,
      subject: data.subject,
    }),
  }),
  ...steps<ConcernReportScreened, LiveReport, ReportState>({
    'youth-concern.concern-report-screened.v1': (state, { data }) => ({
      ...state,
      status: 'screened',
      outcome: data.outcome,
      caseId: data.caseId,
    }),
  }),
  ...voids.steps,
};

/** A concern about a young person, from whoever has it, until it is screened. */
export const youthConcernReport = decider(theReport, {
  category: 'youth_concern_report',
  initialState: nothingYet,
  acts,
  evolve,
  subjectOf,
  homeOf: (state) => {
    const district = underlying(state)?.district;
    return district && { district, alsoDistricts: [], assignedTo: undefined, referredTo: [] };
  },
});

function liveReport(state: ReportState): LiveReport {
  return live(theReport, state);
}
