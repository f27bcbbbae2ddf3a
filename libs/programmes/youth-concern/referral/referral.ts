import {
  addDays,
  refuseUnless,
  type Day,
  type DomainEvent,
  type VaultText,
} from '@sikkerby/kernel';
import type { LegalBasis, Purpose } from '@sikkerby/reference';
import { acting, happened, type Asked } from '@sikkerby/case-kit';
import { openCase, theCase } from '../case/case-state.js';
import { caseSteps } from '../case/case-steps.js';

/** An organisation gets access to the case for a purpose, up to and including `until`; the ground
 * is the envelope's `legalBasis`. */
export type CaseReferred = DomainEvent<'youth-concern.case-referred.v1', Omit<Refer, 'legalBasis'>>;
export type ReferralEnded = DomainEvent<'youth-concern.referral-ended.v1', EndReferral>;
export type ReferralEvent = CaseReferred | ReferralEnded;

interface Refer {
  readonly referralId: string;
  readonly toOrganisation: string;
  readonly purpose: Purpose;
  readonly legalBasis: LegalBasis;
  readonly until: Day;
  readonly necessity: VaultText;
}
interface EndReferral {
  readonly referralId: string;
}

const longestReferral = 180;

export const referralActs = {
  refer: acting(theCase, openCase, (state, command: Asked<Refer>) => {
    const { referralId, toOrganisation, purpose, legalBasis, until, necessity } = command.data;
    refuseUnless(purpose !== 'investigation', 'information-is-never-shared-for-an-investigation');
    const there = state.referrals[referralId];
    if (there?.organisation === toOrganisation && there.until === until) return [];
    refuseUnless(!there, 'a-referral-is-made-once');
    refuseUnless(until >= command.occurredOn, 'a-referral-does-not-end-before-it-begins');
    refuseUnless(
      until <= addDays(command.occurredOn, longestReferral),
      'a-referral-lasts-180-days-at-most',
    );
    const data = { referralId, toOrganisation, purpose, until, necessity };
    return [{ ...happened('youth-concern.case-referred.v1', command, data), legalBasis }];
  }),

  'end-referral': acting(theCase, openCase, (state, command: Asked<EndReferral>) => {
    const { referralId } = command.data;
    const referral = state.referrals[referralId];
    refuseUnless(referral !== undefined, 'the-referral-was-made');
    if (referral.ended) return [];
    return [happened('youth-concern.referral-ended.v1', command, { referralId })];
  }),
};

export const referralSteps = caseSteps<ReferralEvent>({
  'youth-concern.case-referred.v1': (state, { data }) => ({
    ...state,
    referrals: {
      ...state.referrals,
      [data.referralId]: { organisation: data.toOrganisation, until: data.until, ended: false },
    },
  }),
  'youth-concern.referral-ended.v1': (state, { data: { referralId } }) => {
    const { [referralId]: referral, ...others } = state.referrals;
    if (!referral) return state;
    return { ...state, referrals: { ...others, [referralId]: { ...referral, ended: true } } };
  },
});
