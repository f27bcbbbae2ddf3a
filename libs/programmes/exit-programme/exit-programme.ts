import { refuseUnless, type Day, type DomainEvent, type VaultText } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  type Gender,
  ended,
  type Episodes,
  begun,
  endsAfterItBegan,
  goingOn,
  ending,
  reopening,
  assigning,
  correcting,
  merging,
  together,
  voiding,
  acting,
  beginning,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  step,
  subjectOf,
  type Asked,
} from '@sikkerby/case-kit';

export const tracks = ['own-programme', 'framework-model'] as const;
export type Track = (typeof tracks)[number];
export const riskLevels = ['low', 'raised', 'high'] as const;
export type RiskLevel = (typeof riskLevels)[number];
export const planAreas = ['housing', 'job', 'education', 'debt', 'treatment', 'security'] as const;
export type PlanArea = (typeof planAreas)[number];
export const suspendReasons = ['imprisoned', 'not-reached', 'own-wish', 'security'] as const;
export type SuspendReason = (typeof suspendReasons)[number];
export const endReasons = ['withdrew', 'excluded', 'imprisoned', 'moved', 'deceased'] as const;
export type EndReason = (typeof endReasons)[number];
export const reopenReasons = ['relapse', 'new-wish', 'released', 'closed-too-early'] as const;
export type ReopenReason = (typeof reopenReasons)[number];

/** Somebody's way out of a gang: from the first enquiry to the end of the programme. */
export interface Enrolment {
  readonly status:
    'enquiry' | 'offered' | 'agreed' | 'enrolled' | 'suspended' | 'completed' | 'ended';
  readonly beganOn: Day;
  readonly subject: string;
  readonly district: District;
  readonly gender: Gender;
  readonly assignedTo?: string;
  readonly track?: Track;
  /** Whether they lived in Copenhagen, and how old they were, when they were enrolled (R14). */
  readonly resident?: boolean;
  readonly ageAtEnrolment?: number;
  readonly risk?: RiskLevel;
  readonly reviewOn?: Day;
  /** The enrolment first, then each reopening; suspension does not interrupt it. */
  readonly episodes?: Episodes;
}

type Of<Done extends string, Data extends object = object> = DomainEvent<
  `exit-programme.enrolment-${Done}.v1`,
  Data
>;
export type EnquiryRecorded = DomainEvent<
  'exit-programme.enquiry-recorded.v1',
  Pick<Enrolment, 'subject' | 'district' | 'gender'> & { readonly description: VaultText }
>;
export type Offered = Of<'offered', { readonly track: Track }>;
/** They agree, and their consent to the programme is on record. */
export type Agreed = Of<'agreed'>;
/** The day of the event is the first day in the programme: the enquiry and the offer never count. */
export type Enrolled = Of<
  'begun',
  { readonly track: Track; readonly resident: boolean; readonly ageAtEnrolment: number }
>;
export type RiskAssessed = Of<
  'risk-assessed',
  { readonly risk: RiskLevel; readonly text: VaultText }
>;
export type PlanAdopted = Of<
  'plan-adopted',
  { readonly areas: readonly PlanArea[]; readonly reviewOn: Day; readonly text: VaultText }
>;
export type Suspended = Of<'suspended', { readonly reason: SuspendReason }>;
export type Resumed = Of<'resumed'>;
/** The day of the event is the last day in the programme. */
export type Completed = Of<'completed'>;
/** The day of the event is the last day in the programme. */
export type Ended = Of<'ended', { readonly reason: EndReason }>;

interface Enrol {
  readonly subject: string;
  readonly resident: boolean;
  readonly age: number;
}

const enrolment = kindOf<Enrolment>()('exit-programme', 'enrolment');
const repairs = together(
  ending(enrolment, 'end', 'ended'),
  assigning(enrolment),
  voiding(enrolment),
  merging(enrolment),
  correcting(enrolment, ['track', 'district', 'resident']),
  reopening(enrolment, 'enrolled'),
);

const inProgramme = (unit: Enrolment) => begun(enrolment, unit);
const active = (unit: Enrolment) => goingOn(enrolment, unit);
const any = (unit: Enrolment) => unit;
const over = (unit: Enrolment, status: 'completed' | 'ended', on: Day): Enrolment => ({
  ...unit,
  status,
  episodes: ended(inProgramme(unit).episodes, on),
});

/** An enrolment in an exit programme. */
export const exitProgramme = decider(enrolment, {
  category: 'exit_programme',
  initialState: nothingYet,
  acts: {
    'record-enquiry': beginning(enrolment, (command: Asked<EnquiryRecorded['data']>) => {
      const { subject, district, gender, description } = command.data;
      const data = { subject, district, gender, description };
      return [happened('exit-programme.enquiry-recorded.v1', command, data)];
    }),
    offer: acting(enrolment, any, (unit, command: Asked<{ track: Track }>) => {
      refuseUnless(!unit.episodes, 'an-offer-comes-before-the-enrolment');
      const { track } = command.data;
      if (unit.status === 'offered' && unit.track === track) return [];
      return [happened('exit-programme.enrolment-offered.v1', command, { track })];
    }),
    agree: acting(enrolment, any, (unit, command: Asked<object>) => {
      if (unit.status === 'agreed') return [];
      refuseUnless(unit.status === 'offered', 'somebody-agrees-to-what-they-were-offered');
      return [happened('exit-programme.enrolment-agreed.v1', command, {})];
    }),
    enrol: acting(enrolment, any, (unit, command: Asked<Enrol>) => {
      if (unit.episodes) return [];
      refuseUnless(unit.status === 'agreed', 'nobody-is-enrolled-without-their-consent');
      const { subject, resident, age: ageAtEnrolment } = command.data;
      refuseUnless(subject === unit.subject, 'an-enrolment-is-for-the-one-who-asked');
      const { track = 'own-programme' } = unit;
      const data = { track, resident, ageAtEnrolment };
      return [happened('exit-programme.enrolment-begun.v1', command, data)];
    }),
    'assess-risk': acting(enrolment, active, (_, command: Asked<RiskAssessed['data']>) => {
      const { risk, text } = command.data;
      return [happened('exit-programme.enrolment-risk-assessed.v1', command, { risk, text })];
    }),
    'adopt-plan': acting(enrolment, active, (_, command: Asked<PlanAdopted['data']>) => {
      const { areas, reviewOn, text } = command.data;
      refuseUnless(reviewOn > command.occurredOn, 'a-plan-is-reviewed-after-it-was-adopted');
      const data = { areas: [...new Set(areas)].sort(), reviewOn, text };
      return [happened('exit-programme.enrolment-plan-adopted.v1', command, data)];
    }),
    suspend: acting(enrolment, active, (unit, command: Asked<Suspended['data']>) => {
      if (unit.status === 'suspended') return [];
      const { reason } = command.data;
      return [happened('exit-programme.enrolment-suspended.v1', command, { reason })];
    }),
    resume: acting(enrolment, active, (unit, command: Asked<object>) =>
      unit.status === 'enrolled'
        ? []
        : [happened('exit-programme.enrolment-resumed.v1', command, {})],
    ),
    complete: acting(enrolment, inProgramme, (unit, command: Asked<object>) => {
      if (unit.status === 'completed') return [];
      endsAfterItBegan(enrolment, active(unit).episodes, command.occurredOn);
      return [happened('exit-programme.enrolment-completed.v1', command, {})];
    }),
    ...repairs.acts,
  },
  evolve: {
    'exit-programme.enquiry-recorded.v1': (
      _: unknown,
      { occurredOn, data }: EnquiryRecorded,
    ): Enrolment => {
      const { subject, district, gender } = data;
      return { status: 'enquiry', beganOn: occurredOn, subject, district, gender };
    },
    'exit-programme.enrolment-offered.v1': step<Enrolment, Offered>(
      (unit, { data: { track } }) => ({
        ...unit,
        status: 'offered',
        track,
      }),
    ),
    'exit-programme.enrolment-agreed.v1': step<Enrolment, Agreed>((unit) => ({
      ...unit,
      status: 'agreed',
    })),
    'exit-programme.enrolment-begun.v1': step<Enrolment, Enrolled>(
      (unit, { occurredOn, data }) => ({
        ...unit,
        ...{ status: 'enrolled', track: data.track, resident: data.resident },
        ageAtEnrolment: data.ageAtEnrolment,
        episodes: [{ from: occurredOn, to: undefined }],
      }),
    ),
    'exit-programme.enrolment-risk-assessed.v1': step<Enrolment, RiskAssessed>(
      (unit, { data: { risk } }) => ({ ...unit, risk }),
    ),
    'exit-programme.enrolment-plan-adopted.v1': step<Enrolment, PlanAdopted>(
      (unit, { data: { reviewOn } }) => ({ ...unit, reviewOn }),
    ),
    'exit-programme.enrolment-suspended.v1': step<Enrolment, Suspended>((unit) => ({
      ...unit,
      status: 'suspended',
    })),
    'exit-programme.enrolment-resumed.v1': step<Enrolment, Resumed>((unit) => ({
      ...unit,
      status: 'enrolled',
    })),
    'exit-programme.enrolment-completed.v1': step<Enrolment, Completed>((unit, { occurredOn }) =>
      over(unit, 'completed', occurredOn),
    ),
    ...repairs.steps,
  },
  homeOf,
  subjectOf,
});
