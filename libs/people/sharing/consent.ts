import { refuseUnless, type Day } from '@sikkerby/kernel';
import type { DataCategory, Purpose } from '@sikkerby/reference';

/** With whom, what for, and what may be shared. */
export interface ConsentScope {
  readonly toOrganisations: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly categories: readonly DataCategory[];
}

/** Whether the person agrees to sharing: nobody has said, they do, or they do not any more. */
export type Consent =
  | { readonly status: 'none' }
  | { readonly status: 'given'; readonly since: Day; readonly scope: ConsentScope }
  | { readonly status: 'withdrawn' };

interface Shared {
  readonly toOrganisation: string;
  readonly purpose: Purpose;
  readonly categories: readonly DataCategory[];
  readonly occurredOn: Day;
}

/** @throws Rejection unless the consent is in force, was given by that day, and covers all of it */
export function assertCovered(consent: Consent, shared: Shared): void {
  refuseUnless(consent.status !== 'none', 'information-is-shared-after-consent-was-given');
  refuseUnless(consent.status === 'given', 'a-withdrawn-consent-stops-the-sharing');
  const { scope, since } = consent;
  refuseUnless(shared.occurredOn >= since, 'information-is-shared-after-consent-was-given');
  refuseUnless(
    scope.toOrganisations.includes(shared.toOrganisation) &&
      scope.purposes.includes(shared.purpose) &&
      shared.categories.every((category) => scope.categories.includes(category)),
    'sharing-stays-within-the-consent',
  );
}
