import { refuseUnless, type Day, type DomainEvent, type VaultText } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  type Gender,
  ended,
  lastOf,
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
  guarded,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  step,
  subjectOf,
  type Asked,
  type UnitState,
} from '@sikkerby/case-kit';
import type { Enquiry } from './enquiry.js';
import type { Party } from './infohus.js';

export const interventionKinds = ['preventive', 'resocialising'] as const;
export type InterventionKind = (typeof interventionKinds)[number];
export const endReasons = ['goals-met', 'own-wish', 'moved', 'imprisoned', 'deceased'] as const;
export type EndReason = (typeof endReasons)[number];
export const goOnReasons = ['relapse', 'new-wish', 'ended-too-early'] as const;
export type GoOnReason = (typeof goOnReasons)[number];

/** Help for one person, which follows from an enquiry and is voluntary. */
export interface Intervention {
  readonly status: 'proposed' | 'agreed' | 'under-way' | 'ended';
  readonly beganOn: Day;
  readonly enquiry: string;
  readonly subject: string;
  readonly district: District;
  readonly gender: Gender;
  readonly kind: InterventionKind;
  /** The authority that runs it. */
  readonly party: Party;
  readonly assignedTo?: string;
  readonly consent: boolean;
  /** How old they were on its first day (R14). */
  readonly ageAtStart?: number;
  readonly reviewOn?: Day;
  /** The first stretch, then each reopening; undefined before it has begun. */
  readonly episodes?: Episodes;
}

type Of<Done extends string, Data extends object = object> = DomainEvent<
  `infohus.intervention-${Done}.v1`,
  Data
>;
export type Proposed = Of<
  'proposed',
  Pick<Intervention, 'enquiry' | 'subject' | 'district' | 'gender' | 'kind' | 'party'>
>;
export type ConsentRecorded = Of<'consent-recorded'>;
/** An intervention that is under way ends with it. */
export type ConsentWithdrawn = Of<'consent-withdrawn'>;
/** The day of the event is its first day: proposals and talks never count. */
export type Begun = Of<'begun', { readonly ageAtStart: number; readonly reviewOn: Day }>;
export type Reviewed = Of<'reviewed', { readonly nextReviewOn: Day; readonly text: VaultText }>;
/** The day of the event is its last day. */
export type Ended = Of<'ended', { readonly reason: EndReason }>;

type Propose = Proposed['data'] & { readonly enquiryIs: UnitState<Enquiry> };
interface Start {
  readonly subject: string;
  readonly age: number;
  readonly reviewOn: Day;
}

const kind = kindOf<Intervention>()('infohus', 'intervention');
const reopens = reopening(kind, 'under-way');
const repairs = together(
  ending(kind, 'end', 'ended'),
  assigning(kind),
  voiding(kind),
  merging(kind),
  correcting(kind, ['kind', 'party', 'district']),
);

const any = (unit: Intervention) => unit;
const active = (unit: Intervention) => goingOn(kind, unit);

function withConsent({ consent }: Intervention): void {
  refuseUnless(consent, 'no-intervention-without-consent');
}

type UnderWay = Intervention & { readonly episodes: Episodes };

function isUnderWay(unit: Intervention): unit is UnderWay {
  return unit.episodes !== undefined && lastOf(unit.episodes).to === undefined;
}

/** An intervention of Infohus. */
export const intervention = decider(kind, {
  category: 'infohus_intervention',
  initialState: nothingYet,
  acts: {
    propose: beginning(kind, (command: Asked<Propose>) => {
      const { enquiryIs, enquiry, subject, district, gender, kind: sort, party } = command.data;
      refuseUnless(
        'outcome' in enquiryIs &&
          enquiryIs.outcome === 'intervention' &&
          ['assessed', 'closed'].includes(enquiryIs.status),
        'an-intervention-follows-from-the-assessment-of-its-enquiry',
      );
      refuseUnless(
        [enquiryIs.subject, ...enquiryIs.others].includes(subject),
        'an-intervention-is-for-somebody-whom-the-enquiry-is-about',
      );
      const data = { enquiry, subject, district, gender, kind: sort, party };
      return [happened('infohus.intervention-proposed.v1', command, data)];
    }),
    'record-consent': acting(kind, any, (unit, command: Asked<object>) =>
      unit.consent ? [] : [happened('infohus.intervention-consent-recorded.v1', command, {})],
    ),
    'withdraw-consent': acting(kind, any, (unit, command: Asked<object>) => {
      if (!unit.consent) return [];
      if (isUnderWay(unit)) endsAfterItBegan(kind, unit.episodes, command.occurredOn);
      return [happened('infohus.intervention-consent-withdrawn.v1', command, {})];
    }),
    start: acting(kind, any, (unit, command: Asked<Start>) => {
      if (unit.episodes) return [];
      withConsent(unit);
      const { subject, age: ageAtStart, reviewOn } = command.data;
      refuseUnless(subject === unit.subject, 'an-intervention-is-for-one-person');
      refuseUnless(reviewOn > command.occurredOn, 'an-intervention-is-reviewed-after-it-began');
      return [happened('infohus.intervention-begun.v1', command, { ageAtStart, reviewOn })];
    }),
    review: acting(kind, active, (_, command: Asked<Reviewed['data']>) => {
      const { nextReviewOn, text } = command.data;
      refuseUnless(nextReviewOn > command.occurredOn, 'the-next-review-is-later-than-this');
      return [happened('infohus.intervention-reviewed.v1', command, { nextReviewOn, text })];
    }),
    ...guarded(withConsent, reopens.acts),
    ...repairs.acts,
  },
  evolve: {
    'infohus.intervention-proposed.v1': (
      _: unknown,
      { occurredOn, data }: Proposed,
    ): Intervention => ({ ...data, status: 'proposed', beganOn: occurredOn, consent: false }),
    'infohus.intervention-consent-recorded.v1': step<Intervention, ConsentRecorded>((unit) => ({
      ...unit,
      status: unit.episodes ? unit.status : 'agreed',
      consent: true,
    })),
    'infohus.intervention-consent-withdrawn.v1': step<Intervention, ConsentWithdrawn>(
      (unit, { occurredOn }) => ({
        ...(isUnderWay(unit) ? over(unit, occurredOn) : unit),
        status: unit.episodes ? 'ended' : 'proposed',
        consent: false,
      }),
    ),
    'infohus.intervention-begun.v1': step<Intervention, Begun>((unit, { occurredOn, data }) => ({
      ...{ ...unit, status: 'under-way', ageAtStart: data.ageAtStart, reviewOn: data.reviewOn },
      episodes: [{ from: occurredOn, to: undefined }],
    })),
    'infohus.intervention-reviewed.v1': step<Intervention, Reviewed>((unit, { data }) => ({
      ...unit,
      reviewOn: data.nextReviewOn,
    })),
    ...reopens.steps,
    ...repairs.steps,
  },
  homeOf,
  subjectOf,
});

function over(unit: Intervention, on: Day): Intervention {
  return { ...unit, status: 'ended', episodes: ended(begun(kind, unit).episodes, on) };
}
