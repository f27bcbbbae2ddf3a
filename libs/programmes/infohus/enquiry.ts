import { refuseUnless, type Day, type DomainEvent, type VaultText } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  ended,
  lastOf,
  type Episodes,
  endsAfterItBegan,
  goingOn,
  reopening,
  assigning,
  correcting,
  merging,
  together,
  voiding,
  acting,
  beginning,
  guarded,
  happened,
  kindOf,
  step,
  type Asked,
  type UnitState,
  decider,
  homeOf,
  nothingYet,
  subjectOf,
  underlying,
} from '@sikkerby/case-kit';
import {
  nextMeeting,
  type Clearance,
  type CloseReason,
  type Concern,
  type Outcome,
  type Party,
  type Source,
} from './infohus.js';

/** A concern about extremism, from its receipt to what came of it. */
export interface Enquiry {
  readonly status: 'received' | 'cleared' | 'police-only' | 'assessed' | 'handed-over' | 'closed';
  readonly beganOn: Day;
  /** The first whom it names, and the others; it may name nobody. */
  readonly subject?: string;
  readonly others: readonly string[];
  readonly source: Source;
  readonly concern: Concern;
  readonly district?: District;
  readonly assignedTo?: string;
  readonly clearance?: Clearance;
  /** Whether a party's registers know somebody: never what they say. */
  readonly checks: Readonly<Partial<Record<Party, boolean>>>;
  /** What the last meeting decided that assessed it. */
  readonly outcome?: Outcome;
  /** The first day on which it was cleared as police only, and the first on which it was assessed. */
  readonly policeOnlyOn?: Day;
  readonly assessedOn?: Day;
  readonly lastAssessedOn?: Day;
  readonly talkOn?: Day;
  /** The receipt first, then each reopening. */
  readonly episodes: Episodes;
}

type State = UnitState<Enquiry>;
type Of<Done extends string, Data extends object = object> = DomainEvent<
  `infohus.enquiry-${Done}.v1`,
  Data
>;
export type EnquiryReceived = Of<
  'received',
  Pick<Enquiry, 'source' | 'concern' | 'district'> & {
    readonly subjects: readonly string[];
    readonly description: VaultText;
  }
>;
export type PersonAdded = Of<
  'person-added',
  { readonly subject: string; readonly district?: District }
>;
/** The police say whether it can be handled at all: nothing is checked or assessed before. */
export type Cleared = Of<'cleared', { readonly clearance: Clearance }>;
export type RegisterChecked = Of<
  'register-checked',
  { readonly party: Party; readonly hit: boolean }
>;
/** The day of the first is the day on which the enquiry counts as handled. */
export type Assessed = Of<'assessed', { readonly outcome: Outcome }>;
export type TalkHeld = Of<'talk-held'>;
/** From then on the security authority's, and closed to everybody here but auditors. */
export type HandedOver = Of<'handed-over'>;
export type Closed = Of<'closed', { readonly reason: CloseReason }>;

const kind = kindOf<Enquiry>()('infohus', 'enquiry');

/** The meeting before which there is something to do for it: to be assessed, or seen to again. */
export function dueOn(unit: Enquiry): Day | null {
  if (unit.status === 'received' || unit.status === 'cleared') {
    return nextMeeting(lastOf(unit.episodes).from);
  }
  const isMonitored = unit.status === 'assessed' && unit.outcome === 'monitor';
  return isMonitored && unit.lastAssessedOn ? nextMeeting(unit.lastAssessedOn) : null;
}

/** The day on which it was first assessed, or cleared as police only. */
export function handledOn({ assessedOn, policeOnlyOn }: Enquiry): Day | undefined {
  if (assessedOn && policeOnlyOn) return assessedOn < policeOnlyOn ? assessedOn : policeOnlyOn;
  return assessedOn ?? policeOnlyOn;
}

const open = (unit: Enquiry) => goingOn(kind, unit);
const any = (unit: Enquiry) => unit;

/** What may be looked into. @param what of the rule: `checked` or `assessed` */
const clearedFor = (what: string) => (unit: Enquiry) => {
  refuseUnless(open(unit).status !== 'received', `nothing-is-${what}-before-the-police-cleared-it`);
  refuseUnless(unit.status !== 'police-only', `what-is-for-the-police-only-is-not-${what}`);
  return unit;
};

function stillOurs({ status }: Enquiry): void {
  refuseUnless(status !== 'handed-over', 'what-was-handed-over-is-closed');
}

const corrections = correcting(
  kind,
  ['source', 'concern', 'district', 'outcome', 'assessedOn', 'policeOnlyOn'],
  (unit) => {
    const handled = handledOn(unit) ?? unit.episodes[0].from;
    refuseUnless(handled >= unit.episodes[0].from, 'an-enquiry-is-received-before-it-is-handled');
  },
);
const repairs = together(
  assigning(kind),
  voiding(kind),
  merging(kind),
  reopening(kind, 'received'),
);

/** An enquiry to Infohus, which takes no decision of authority about anybody. */
export const enquiry = decider(kind, {
  category: 'infohus_enquiry',
  initialState: nothingYet,
  acts: {
    receive: beginning(kind, (command: Asked<EnquiryReceived['data']>) => {
      const { subjects, source, concern, district, description } = command.data;
      const known = { ...(district && { district }), source, concern, description };
      const data = { subjects: [...new Set(subjects)], ...known };
      return [happened('infohus.enquiry-received.v1', command, data)];
    }),
    'hand-over': acting(kind, any, (unit, command: Asked<object>) => {
      if (unit.status === 'handed-over') return [];
      const isDecided = unit.status === 'assessed' && unit.outcome === 'security-authority';
      refuseUnless(isDecided, 'a-meeting-decides-what-is-handed-over');
      return [happened('infohus.enquiry-handed-over.v1', command, {})];
    }),
    ...guarded(stillOurs, {
      'add-person': acting(kind, open, (unit, command: Asked<PersonAdded['data']>) => {
        const { subject, district } = command.data;
        if (subject === unit.subject || unit.others.includes(subject)) return [];
        const data = { subject, ...(district && { district }) };
        return [happened('infohus.enquiry-person-added.v1', command, data)];
      }),
      clear: acting(kind, open, (unit, command: Asked<Cleared['data']>) => {
        const { clearance } = command.data;
        refuseUnless(unit.status !== 'assessed', 'the-police-clear-before-the-assessment');
        if (unit.status !== 'received' && unit.clearance === clearance) return [];
        return [happened('infohus.enquiry-cleared.v1', command, { clearance })];
      }),
      'record-register-check': acting(
        kind,
        clearedFor('checked'),
        (unit, command: Asked<RegisterChecked['data']>) => {
          const { party, hit } = command.data;
          if (unit.checks[party] === hit) return [];
          return [happened('infohus.enquiry-register-checked.v1', command, { party, hit })];
        },
      ),
      assess: acting(kind, clearedFor('assessed'), (unit, command: Asked<Assessed['data']>) => {
        const { outcome } = command.data;
        if (unit.status === 'assessed' && unit.outcome === outcome) return [];
        return [happened('infohus.enquiry-assessed.v1', command, { outcome })];
      }),
      'hold-talk': acting(kind, open, (unit, command: Asked<object>) => {
        const isDecided = unit.status === 'assessed' && unit.outcome === 'talk';
        refuseUnless(isDecided, 'a-talk-is-held-where-it-was-decided-on');
        if (unit.talkOn === command.occurredOn) return [];
        return [happened('infohus.enquiry-talk-held.v1', command, {})];
      }),
      close: acting(kind, any, (unit, command: Asked<Closed['data']>) => {
        if (unit.status === 'closed') return [];
        refuseUnless(
          unit.status === 'assessed' || unit.status === 'police-only',
          'an-enquiry-is-handled-before-it-is-closed',
        );
        endsAfterItBegan(kind, unit.episodes, command.occurredOn);
        const { reason } = command.data;
        return [happened('infohus.enquiry-closed.v1', command, { reason })];
      }),
      ...corrections.acts,
      ...repairs.acts,
    }),
  },
  evolve: {
    'infohus.enquiry-received.v1': (_: unknown, { occurredOn, data }: EnquiryReceived): Enquiry => {
      const { source, concern, district } = data;
      const [subject, ...others] = data.subjects;
      return {
        ...{ status: 'received', beganOn: occurredOn, source, concern, others, checks: {} },
        ...(subject !== undefined && { subject }),
        ...(district && { district }),
        episodes: [{ from: occurredOn, to: undefined }],
      };
    },
    'infohus.enquiry-person-added.v1': step<Enquiry, PersonAdded>((unit, { data }) => ({
      ...{ ...(data.district && { district: data.district }), ...unit },
      ...(unit.subject === undefined
        ? { subject: data.subject }
        : { others: [...unit.others, data.subject] }),
    })),
    'infohus.enquiry-cleared.v1': step<Enquiry, Cleared>((unit, { occurredOn, data }) => ({
      ...{ ...unit, ...data, status: 'cleared' },
      ...(data.clearance === 'police-only' && {
        ...{ status: 'police-only', policeOnlyOn: unit.policeOnlyOn ?? occurredOn },
      }),
    })),
    'infohus.enquiry-register-checked.v1': step<Enquiry, RegisterChecked>(
      (unit, { data: { party, hit } }) => ({ ...unit, checks: { ...unit.checks, [party]: hit } }),
    ),
    'infohus.enquiry-assessed.v1': step<Enquiry, Assessed>((unit, { occurredOn, data }) => ({
      ...{ ...unit, status: 'assessed', outcome: data.outcome, lastAssessedOn: occurredOn },
      assessedOn: unit.assessedOn ?? occurredOn,
    })),
    'infohus.enquiry-talk-held.v1': step<Enquiry, TalkHeld>((unit, { occurredOn }) => ({
      ...unit,
      talkOn: occurredOn,
    })),
    'infohus.enquiry-handed-over.v1': step<Enquiry, HandedOver>((unit) => ({
      ...unit,
      status: 'handed-over',
    })),
    'infohus.enquiry-closed.v1': step<Enquiry, Closed>((unit, { occurredOn }) => ({
      ...{ ...unit, status: 'closed' },
      episodes: ended(unit.episodes, occurredOn),
    })),
    ...corrections.steps,
    ...repairs.steps,
  },
  homeOf: (state: State) => {
    const home = homeOf(state);
    return home && { ...home, withheld: underlying(state)?.status === 'handed-over' };
  },
  subjectOf,
  othersOf: (state: State) => underlying(state)?.others ?? [],
});
