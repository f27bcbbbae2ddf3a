import { Receipt } from '@sikkerby/commands';

/** Information about the person that an organisation was given. */
export class Disclosure {
  /** @example ungdommens-hus */
  readonly toOrganisation!: string;
  /** What it may be used for. @example support */
  readonly purpose!: string;
  /** @example retsplejeloven-115 */
  readonly legalBasis!: string;
  /** Ground for sharing offence data. @example databeskyttelsesloven-8-2-3 */
  readonly offenceGround?: string;
  /** Missing where the whole case was opened, by a referral. @example ["concern"] */
  readonly categories?: string[];
  /** Last day of an access that lasts. @example 2017-06-01 */
  readonly until?: string;
  /** @example 2017-03-10 */
  readonly occurredOn!: string;
  /** @example 2026-11-23T09:30:00.000Z */
  readonly recordedAt!: string;
}

/** A wish for information that was not followed. */
export class DeclinedWish {
  /** @example ungdommens-hus */
  readonly toOrganisation!: string;
  /** @example support */
  readonly purpose!: string;
  /** @example ["concern"] */
  readonly categories!: string[];
  /** @example not-necessary */
  readonly reason!: string;
  /** @example 2017-03-10 */
  readonly occurredOn!: string;
}

/** What the person agreed to, until another consent took its place or they withdrew. */
export class ConsentPeriod {
  /** @example 2017-03-10 */
  readonly givenOn!: string;
  /** Missing while it holds. @example 2017-06-01 */
  readonly endedOn?: string;
  /** Whether it ended because the person withdrew it. */
  readonly withdrawn!: boolean;
  /** @example ["ungdommens-hus"] */
  readonly toOrganisations!: string[];
  /** @example ["support"] */
  readonly purposes!: string[];
  /** @example ["concern"] */
  readonly categories!: string[];
}

export class HowItWasShared {
  readonly disclosures!: Disclosure[];
  readonly declined!: DeclinedWish[];
  readonly consents!: ConsentPeriod[];
}

/** The consent is withdrawn, and these have something that they were given. */
export class ConsentWithdrawnReceipt extends Receipt {
  /** Organisations that received anything so far, each once. @example ["ungdommens-hus"] */
  readonly recipients!: string[];
}
