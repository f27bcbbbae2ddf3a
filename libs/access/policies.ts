import { dayInCopenhagen, type Home } from '@sikkerby/kernel';
import type { Identity } from './identity.js';
import { programmeAccess } from './programme-access.js';

/**
 * What somebody wants of a unit or a person. `read` is codes and days only; `read-person` names and
 * birth date, `read-texts` free text; `search` and `register` concern a programme's persons.
 */
export const actions = [
  'read',
  'read-person',
  'read-texts',
  'change',
  'search',
  'register',
  'compare',
  'link',
  'reveal-address',
  'disclose',
  'break-glass',
] as const;
export type Action = (typeof actions)[number];

/** What it is wanted of: a unit with its home, or a programme's persons where there is none. */
export interface Resource {
  readonly programme: string;
  readonly unit?: string;
  readonly home?: Home | undefined;
}

export interface Decision {
  readonly permitted: boolean;
  /** Ids of the policies that decided. */
  readonly policies: readonly string[];
}

/** The unit is there, but not for them: another district's, and neither assigned nor referred. */
export class NotYours extends Error {
  override readonly name = 'NotYours';
}

/** For them it does not exist: of a closed programme that they are outside of. */
export class Hidden extends Error {
  override readonly name = 'Hidden';
}

/** Decides who may do what with whom. */
export class Policies {
  decide(identity: Identity, action: Action, resource: Resource, now: Date): Decision {
    const { home, unit } = resource;
    const ssp = ['ssp-caseworker', 'ssp-coordinator'].includes(identity.role);
    if (!home) return { permitted: ssp, policies: [] };
    const may =
      identity.districts.includes(home.district) ||
      home.alsoDistricts.some((district) => identity.districts.includes(district)) ||
      home.assignedTo === identity.user;
    const referred = home.referredTo.some(
      ({ organisation, until }) =>
        organisation === identity.organisation && dayInCopenhagen(now) <= until,
    );
    const glass = identity.glass.some(
      (broken) => broken.unit === unit && now.toISOString() < broken.until,
    );
    const permitted = may || (action.startsWith('read') && (referred || glass));
    return { permitted, policies: [] };
  }
}

/**
 * The decision, when it permits.
 * @throws Hidden in a closed programme, NotYours elsewhere
 */
export function permit(
  policies: Policies,
  identity: Identity,
  action: Action,
  resource: Resource,
): Decision {
  const decision = policies.decide(identity, action, resource, new Date());
  if (decision.permitted) return decision;
  throw programmeAccess[resource.programme] === 'closed' ? new Hidden() : new NotYours();
}
