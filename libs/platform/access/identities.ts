import type { Claims } from './identity.js';

/** The token is missing, wrong, from another issuer, or past its time. */
export class NotAuthenticated extends Error {
  override readonly name = 'NotAuthenticated';
}

/** The identity provider does not say which keys it signs with, and none of them is known yet. */
export class IdentityProviderAway extends Error {
  override readonly name = 'IdentityProviderAway';
}

/** Says who asks, from an access token. */
export abstract class Identities {
  /** @throws NotAuthenticated, IdentityProviderAway */
  abstract verify(token: string): Promise<Claims>;
}
