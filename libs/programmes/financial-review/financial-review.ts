import { refuseUnless, type Day, type DomainEvent, type VaultText } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  type Gender,
  cancelling,
  assigning,
  correcting,
  merging,
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

export const nominators = ['police', 'tax-authority', 'benefit-control', 'municipality'] as const;
export type Nominator = (typeof nominators)[number];
export const reviewBases = [
  'retssikkerhedsloven-11',
  'retssikkerhedsloven-12',
  'udbetaling-danmark-loven-11',
] as const;
export type ReviewBasis = (typeof reviewBases)[number];
export const reviewOutcomes = [
  'no-finding',
  'benefit-stopped',
  'repayment',
  'reported',
  'tax-case',
] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];
export const cancelReasons = ['no-basis', 'moved', 'deceased', 'taken-over'] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** Control of one person's finances by the authorities together (Al Capone). No help, and walled off. */
export interface Review {
  readonly status: 'nominated' | 'started' | 'completed' | 'cancelled';
  readonly beganOn: Day;
  readonly subject: string;
  readonly district: District;
  readonly gender: Gender;
  readonly ageAtNomination: number;
  readonly nominatedBy: Nominator;
  readonly assignedTo?: string;
  readonly outcome?: ReviewOutcome;
  readonly completedOn?: Day;
}

type Of<Done extends string, Data extends object = object> = DomainEvent<
  `financial-review.review-${Done}.v1`,
  Data
>;
/** Who proposed the person, on which ground of law (the envelope's `legalBasis`), and why. */
export type Nominated = Of<
  'nominated',
  Pick<Review, 'subject' | 'district' | 'gender' | 'ageAtNomination' | 'nominatedBy'> & {
    readonly grounds: VaultText;
  }
>;
export type Started = Of<'started'>;
/** The day of the event is the day on which the review counts. */
export type Completed = Of<'completed', { readonly outcome: ReviewOutcome }>;
export type Cancelled = Of<'cancelled', { readonly reason: CancelReason }>;

interface Nominate {
  readonly subject: string;
  readonly district: District;
  readonly nominatedBy: Nominator;
  readonly legalBasis: ReviewBasis;
  readonly grounds: VaultText;
  readonly gender: Gender;
  readonly age: number;
}

const review = kindOf<Review>()('financial-review', 'review');
const assign = assigning(review);
const voids = voiding(review);
const cancels = cancelling(review, (unit: Review) => {
  refuseUnless(unit.status !== 'completed', 'a-completed-review-is-voided-and-not-cancelled');
  return unit;
});
const merges = merging(review);
const corrections = correcting(
  review,
  ['district', 'nominatedBy', 'outcome', 'completedOn'],
  ({ beganOn, completedOn = beganOn }) => {
    refuseUnless(completedOn >= beganOn, 'a-review-is-nominated-before-it-is-completed');
  },
);

function notCancelled(unit: Review): Review {
  refuseUnless(unit.status !== 'cancelled', 'a-cancelled-review-is-nominated-anew');
  return unit;
}

/** A review of one person's finances. */
export const financialReview = decider(review, {
  category: 'financial_review',
  initialState: nothingYet,
  acts: {
    nominate: beginning(review, (command: Asked<Nominate>) => {
      const { subject, district, gender, age, nominatedBy, legalBasis, grounds } = command.data;
      const nominated = { subject, district, gender, ageAtNomination: age, nominatedBy, grounds };
      return [
        { ...happened('financial-review.review-nominated.v1', command, nominated), legalBasis },
      ];
    }),
    start: acting(review, notCancelled, (unit, command: Asked<object>) =>
      unit.status === 'nominated'
        ? [happened('financial-review.review-started.v1', command, {})]
        : [],
    ),
    complete: acting(review, notCancelled, (unit, command: Asked<Completed['data']>) => {
      if (unit.status === 'completed') return [];
      refuseUnless(unit.status === 'started', 'a-review-is-started-before-it-is-completed');
      const { outcome } = command.data;
      return [happened('financial-review.review-completed.v1', command, { outcome })];
    }),
    ...assign.acts,
    ...corrections.acts,
    ...cancels.acts,
    ...voids.acts,
    ...merges.acts,
  },
  evolve: {
    'financial-review.review-nominated.v1': (
      _: unknown,
      { occurredOn, data }: Nominated,
    ): Review => {
      const { subject, district, gender, ageAtNomination, nominatedBy } = data;
      const who = { subject, district, gender, ageAtNomination };
      return { status: 'nominated', beganOn: occurredOn, ...who, nominatedBy };
    },
    'financial-review.review-started.v1': step<Review, Started>((unit) => ({
      ...unit,
      status: 'started',
    })),
    'financial-review.review-completed.v1': step<Review, Completed>(
      (unit, { occurredOn, data: { outcome } }) => ({
        ...unit,
        ...{ status: 'completed', outcome, completedOn: occurredOn },
      }),
    ),
    ...assign.steps,
    ...corrections.steps,
    ...cancels.steps,
    ...voids.steps,
    ...merges.steps,
  },
  homeOf,
  subjectOf,
});
