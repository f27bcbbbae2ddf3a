import { Dated, IsCode, IsDistrict, IsId, Sealed } from '@sikkerby/http';
import { isDay } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { correctionOf, isCode } from '@sikkerby/case-kit/edge';
import {
  cancelReasons,
  nominators,
  reviewBases,
  reviewOutcomes,
  type CancelReason,
  type Nominator,
  type ReviewBasis,
  type ReviewOutcome,
} from './financial-review.js';

export class NominateReview extends Dated {
  /** Whose finances are looked at, by the reference that the register gave. */
  @IsId()
  readonly subject!: string;

  /** @example noerrebro */
  @IsDistrict()
  readonly district!: District;

  /** @example police */
  @IsCode(nominators)
  readonly nominatedBy!: Nominator;

  /** @example retssikkerhedsloven-11 */
  @IsCode(reviewBases)
  readonly legalBasis!: ReviewBasis;

  /** @example "Opdigtet begrundelse til demonstration." */
  @Sealed(10_000)
  readonly grounds!: string;
}

export class CompleteReview extends Dated {
  /** @example no-finding */
  @IsCode(reviewOutcomes)
  readonly outcome!: ReviewOutcome;
}

export class CancelReview extends Dated {
  /** @example no-basis */
  @IsCode(cancelReasons)
  readonly reason!: CancelReason;
}

export const CorrectReview = correctionOf('Review', {
  district: isDistrict,
  nominatedBy: isCode(nominators),
  outcome: isCode(reviewOutcomes),
  completedOn: isDay,
});
