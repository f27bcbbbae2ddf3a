import { Dated, IsCode, IsDistrict, IsId, Sealed } from '@sikkerby/http';
import type { District } from '@sikkerby/reference';
import { IsString, Matches, MinLength } from 'class-validator';
import { reviewOutcomes, type ReviewOutcome } from './employee.js';

/** Somebody who works here, by account name: never in an address. */
export class ByUser {
  /** @example anna.jensen */
  @IsString()
  @Matches(/^[\w.@-]{1,100}$/)
  readonly user!: string;
}

export class InOneDistrict extends Dated {
  /** @example anna.jensen */
  @IsString()
  @Matches(/^[\w.@-]{1,100}$/)
  readonly user!: string;

  /** @example noerrebro */
  @IsDistrict()
  readonly district!: District;
}

export class BreakTheGlass {
  /** The one case that will be open to read, for 60 minutes. */
  @IsId()
  readonly caseId!: string;

  /**
   * Why it cannot wait for those whose case it is: at least 30 characters.
   * @example "Opdigtet begrundelse: fare for barnet i aften."
   */
  @Sealed(1000)
  @MinLength(30)
  readonly reason!: string;
}

export class SignOffALook extends Dated {
  /** @example in-order */
  @IsCode(reviewOutcomes)
  readonly outcome!: ReviewOutcome;

  /** @example "Opdigtet: set efter, i orden." */
  @Sealed(1000)
  readonly note!: string;
}

export class ReviewTheGlass extends SignOffALook {
  /** Who broke it. @example anna.jensen */
  @IsString()
  @Matches(/^[\w.@-]{1,100}$/)
  readonly user!: string;
}
