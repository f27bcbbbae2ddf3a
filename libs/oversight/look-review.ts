import {
  act,
  refuseUnless,
  type AnyDecider,
  type DomainEvent,
  type VaultText,
} from '@sikkerby/kernel';
import type { ReviewOutcome } from './employee.js';

/** A look in the read log, as far as somebody has said whether it was in order. */
export interface LookReview {
  readonly reviewed: boolean;
}

interface SignOff {
  /** Account name of who looked. */
  readonly user: string;
  /** Why the look is reviewed. */
  readonly because: 'address-reveal' | 'sample';
  readonly outcome: ReviewOutcome;
  readonly note: VaultText;
}

export type LookReviewed = DomainEvent<'oversight.look-reviewed.v1', SignOff>;

const initialState: LookReview = { reviewed: false };

/** One stream for each look that was reviewed, under the id that the read log gave it. */
export const lookReview = {
  programme: 'oversight',
  category: 'oversight_look',
  initialState,
  evolve: {
    'oversight.look-reviewed.v1': (): LookReview => ({ reviewed: true }),
  },
  acts: {
    'sign-off': act<LookReview, SignOff, LookReviewed, LookReview>(
      (review) => review,
      ({ reviewed }, { data: { user, because, outcome, note }, occurredOn, actor }) => {
        refuseUnless(actor.user !== user, 'nobody-reviews-their-own-look');
        if (reviewed) return [];
        const data = { user, because, outcome, note };
        return [{ type: 'oversight.look-reviewed.v1', occurredOn, data }];
      },
    ),
  },
} as const satisfies AnyDecider;
