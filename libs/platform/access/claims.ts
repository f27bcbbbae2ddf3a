import { errors, type JWTPayload } from 'jose';
import { roles, type Claims } from './identity.js';

/** Accounts by which the system gives commands itself: no token is theirs. */
const ownAccounts = ['sikkerby', 'reaction'];

/** Who, in which one role, of which organisation. @throws errors.JWTInvalid */
export function claimsIn({ sub, role, organisation }: JWTPayload): Claims {
  const known = roles.find((name) => name === role);
  if (
    !sub ||
    ownAccounts.includes(sub) ||
    known === undefined ||
    typeof organisation !== 'string' ||
    organisation === ''
  ) {
    throw new errors.JWTInvalid('claims');
  }
  return { user: sub, role: known, organisation };
}
