import { randomUUID } from 'node:crypto';
import type { Identity, Role } from '@sikkerby/access';
import type { Intent } from '@sikkerby/commands';
import { dayInCopenhagen } from '@sikkerby/kernel';
import { UserError, type House } from './program.js';

/** Whose token SIKKERBY_TOKEN is, as the API would see them. @throws UserError */
export async function whoAsks({ identities, standings }: House): Promise<Identity> {
  const claims = await identities.verify(process.env.SIKKERBY_TOKEN ?? '').catch(() => {
    throw new UserError('SIKKERBY_TOKEN: a valid token is needed, as for the API');
  });
  return { ...claims, ...(await standings.of(claims.user)) };
}

/** The same, if they have one of the roles. @throws UserError */
export async function whoMayAsk(house: House, roles: readonly Role[]): Promise<Identity> {
  const identity = await whoAsks(house);
  if (roles.some((role) => role === identity.role)) return identity;
  throw new UserError(`this is for ${roles.join(', ')}`);
}

/** What they want done, today and once. */
export function intentOf(identity: Identity, expected: number | 'none'): Intent {
  const today = dayInCopenhagen(new Date());
  return { identity, key: randomUUID(), correlationId: randomUUID(), expected, today };
}
