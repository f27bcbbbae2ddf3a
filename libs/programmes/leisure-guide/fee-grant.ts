import { refuseUnless, type Day, type DomainEvent, type VaultText } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  type Gender,
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
import { forChildren, type Activity } from './leisure-guide.js';

export const refusalReasons = ['not-in-need', 'no-funds', 'paid-by-others'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** The city pays a child's fee in a club (kontingentstøtte). */
export interface FeeGrant {
  readonly status: 'applied' | 'granted' | 'refused';
  readonly beganOn: Day;
  readonly subject: string;
  readonly district: District;
  readonly gender: Gender;
  readonly assignedTo?: string;
  /** Code name of the club. */
  readonly club: string;
  readonly activity: Activity;
  /** In whole kroner; only of a grant. */
  readonly kroner?: number;
  /** The day on which the child counts as introduced to the club, and its age then (R14). */
  readonly grantedOn?: Day;
  readonly ageAtGrant?: number;
}

type Of<Done extends string, Data extends object> = DomainEvent<
  `leisure-guide.grant-${Done}.v1`,
  Data
>;
export type Applied = Of<
  'applied-for',
  Pick<FeeGrant, 'subject' | 'district' | 'gender' | 'club' | 'activity'> & {
    readonly grounds: VaultText;
  }
>;
/** The day of the event is the day on which the child counts. `kroner`: whole kroner. */
export type Granted = Of<'given', { readonly kroner: number; readonly ageAtGrant: number }>;
export type Refused = Of<'refused', { readonly reason: RefusalReason }>;

interface Grant {
  readonly subject: string;
  readonly kroner: number;
  readonly age: number;
}

const grant = kindOf<FeeGrant>()('leisure-guide', 'grant');
const repairs = together(
  assigning(grant),
  voiding(grant),
  merging(grant),
  correcting(
    grant,
    ['district', 'club', 'activity', 'kroner', 'grantedOn'],
    ({ beganOn, grantedOn = beganOn }) => {
      refuseUnless(grantedOn >= beganOn, 'a-grant-is-applied-for-before-it-is-given');
    },
  ),
);

function notRefused(unit: FeeGrant): FeeGrant {
  refuseUnless(unit.status !== 'refused', 'a-refused-grant-is-applied-for-anew');
  return unit;
}

function notGranted(unit: FeeGrant): FeeGrant {
  refuseUnless(unit.status !== 'granted', 'a-grant-that-was-given-is-not-refused');
  return unit;
}

/** A grant for one child's fee in one club. */
export const feeGrant = decider(grant, {
  category: 'leisure_guide_grant',
  initialState: nothingYet,
  acts: {
    apply: beginning(grant, (command: Asked<Applied['data']>) => {
      const { subject, district, gender, club, activity, grounds } = command.data;
      const data = { subject, district, gender, club, activity, grounds };
      return [happened('leisure-guide.grant-applied-for.v1', command, data)];
    }),
    give: acting(grant, notRefused, (unit, command: Asked<Grant>) => {
      if (unit.status === 'granted') return [];
      const { subject, kroner, age: ageAtGrant } = command.data;
      refuseUnless(subject === unit.subject, 'a-grant-is-given-to-the-child-it-is-for');
      forChildren(ageAtGrant);
      return [happened('leisure-guide.grant-given.v1', command, { kroner, ageAtGrant })];
    }),
    refuse: acting(grant, notGranted, (unit, command: Asked<Refused['data']>) => {
      if (unit.status === 'refused') return [];
      const { reason } = command.data;
      return [happened('leisure-guide.grant-refused.v1', command, { reason })];
    }),
    ...repairs.acts,
  },
  evolve: {
    'leisure-guide.grant-applied-for.v1': (_: unknown, { occurredOn, data }: Applied): FeeGrant => {
      const { subject, district, gender, club, activity } = data;
      const what = { subject, district, gender, club, activity };
      return { status: 'applied', beganOn: occurredOn, ...what };
    },
    'leisure-guide.grant-given.v1': step<FeeGrant, Granted>(
      (unit, { occurredOn, data: { kroner, ageAtGrant } }) => ({
        ...unit,
        ...{ status: 'granted', kroner, ageAtGrant, grantedOn: occurredOn },
      }),
    ),
    'leisure-guide.grant-refused.v1': step<FeeGrant, Refused>((unit) => ({
      ...unit,
      status: 'refused',
    })),
    ...repairs.steps,
  },
  homeOf,
  subjectOf,
});
