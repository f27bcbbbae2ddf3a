import { AreCodeNames, AreCodes, Dated, IsCode, IsCodeName, IsId, Sealed } from '@sikkerby/http';
import {
  dataCategories,
  declineReasons,
  legalBases,
  offenceGrounds,
  purposes,
  type DataCategory,
  type DeclineReason,
  type LegalBasis,
  type OffenceGround,
  type Purpose,
} from '@sikkerby/reference';
import { IsOptional } from 'class-validator';

/** A wish for information about a person. */
export class WishForInformation extends Dated {
  /**
   * The wish; you make the id. It is decided once.
   * @example 0c9c2f5e-5f0e-4f0d-9d55-0d6f6f1f2a11
   */
  @IsId()
  readonly disclosureId!: string;

  /**
   * The organisation, or one of the city's programmes by its name.
   * @example ungdommens-hus
   */
  @IsCodeName()
  readonly toOrganisation!: string;

  /**
   * What the information may be used for. Never an investigation: sharing for one is always refused.
   * @example support
   */
  @IsCode(purposes)
  readonly purpose!: Purpose;

  /** @example ["concern", "plan"] */
  @AreCodes(dataCategories)
  readonly categories!: DataCategory[];
}

export class DiscloseInformation extends WishForInformation {
  /** @example retsplejeloven-115 */
  @IsCode(legalBases)
  readonly legalBasis!: LegalBasis;

  /** Ground for sharing offence data; needed with the category `offences`, and only then. */
  @IsOptional()
  @IsCode(offenceGrounds)
  readonly offenceGround?: OffenceGround;

  /**
   * Why it is necessary to share.
   * @example "Opdigtet begrundelse til demonstration."
   */
  @Sealed(10_000)
  readonly necessity!: string;
}

export class DeclineDisclosure extends WishForInformation {
  /** @example not-necessary */
  @IsCode(declineReasons)
  readonly reason!: DeclineReason;
}

/** What the person agrees to; it takes the place of what they agreed to before. */
export class GiveConsent extends Dated {
  /** @example ["ungdommens-hus"] */
  @AreCodeNames(20)
  readonly toOrganisations!: string[];

  /** @example ["support"] */
  @AreCodes(purposes)
  readonly purposes!: Purpose[];

  /** @example ["concern", "plan"] */
  @AreCodes(dataCategories)
  readonly categories!: DataCategory[];
}
