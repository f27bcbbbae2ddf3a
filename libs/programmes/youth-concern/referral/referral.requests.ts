import { Dated, IsCalendarDay, IsCode, IsCodeName, IsId, Sealed } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import { legalBases, purposes, type LegalBasis, type Purpose } from '@sikkerby/reference';

export class EndReferral extends Dated {
  /**
   * The referral; you make the id when you refer.
   * @example 5b8b2d0e-7d4f-4a36-bb0a-9c8e7d6f5a44
   */
  @IsId()
  readonly referralId!: string;
}

export class ReferCase extends EndReferral {
  /** @example ungdommens-hus */
  @IsCodeName()
  readonly toOrganisation!: string;

  /**
   * What the information may be used for. Never an investigation: that is always refused.
   * @example support
   */
  @IsCode(purposes)
  readonly purpose!: Purpose;

  /** @example retsplejeloven-115 */
  @IsCode(legalBases)
  readonly legalBasis!: LegalBasis;

  /**
   * The last day of the access, 180 days on at most.
   * @example 2017-06-01
   */
  @IsCalendarDay()
  readonly until!: Day;

  /**
   * Why it is necessary to share.
   * @example "Opdigtet begrundelse til demonstration."
   */
  @Sealed(10_000)
  readonly necessity!: string;
}
