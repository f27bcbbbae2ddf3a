import { dayInCopenhagen, type Home } from '@sikkerby/kernel';
import { isAuthorized, prepare, type PolicySet } from './cedar.js';
import type { Identity, Role } from './identity.js';
import type { ProgrammeAccess } from './programme-access.js';

/**
 * What somebody wants of a unit or a person. `read` is codes and days only; `read-person` names and
 * birth date, `read-texts` free text; `search` and `register` concern a programme's persons; `export`
 * is everything about a person, for that person; `review` is to say whether others' looks at them
 * were in order.
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
  'export',
  'break-glass',
  'review',
  'request-erasure',
  'oversee-erasure',
] as const;
export type Action = (typeof actions)[number];

/** What it is wanted of: a unit with its home, if it has one, or without a unit a programme's persons. */
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

/** A programme as its policies see it. */
export interface Governed {
  readonly name: string;
  readonly access: ProgrammeAccess;
  /** In Cedar's language, each with its `@id`. */
  readonly policies: string;
}

interface Prepared {
  readonly access: ProgrammeAccess;
  readonly text: string;
  readonly set: PolicySet;
}

/** Decides who may do what with whom, by the policies of the programme. */
export class Policies {
  private readonly governed: ReadonlyMap<string, Prepared>;
  private readonly nothing = prepare('a programme without policies', '');

  constructor(programmes: readonly Governed[]) {
    this.governed = new Map(
      programmes.map(({ name, access, policies }) => [
        name,
        { access, text: policies, set: prepare(name, policies) },
      ]),
    );
  }

  /** Everything that has policies. */
  get names(): string[] {
    return [...this.governed.keys()];
  }

  /** Ids of the policies whose text names the role. */
  naming(role: Role): string[] {
    return [...this.governed.values()].flatMap(({ text }) =>
      text
        .split('@id("')
        .filter((policy) => policy.includes(`"${role}"`))
        .map((policy) => policy.slice(0, policy.indexOf('"'))),
    );
  }

  /** How far a programme's records are open; a programme that is not there is closed to all. */
  accessTo(programme: string): ProgrammeAccess {
    return this.governed.get(programme)?.access ?? 'closed';
  }

  /**
   * Denies whatever no policy permits, and everything of a programme that has none: with the same
   * work, so that nobody can tell by the time whether it is there.
   */
  decide(identity: Identity, action: Action, resource: Resource, now: Date): Decision {
    const policies = this.governed.get(resource.programme)?.set ?? this.nothing;
    return isAuthorized(policies, asking(identity, now), action, asked(resource, now));
  }
}

function asking({ user, role, organisation, districts, glass }: Identity, now: Date) {
  const instant = now.toISOString();
  const whole = glass.filter(({ until }) => instant < until).map(({ unit }) => unit);
  return {
    uid: { type: 'User', id: user },
    attrs: { name: user, role, organisation, districts: [...districts], glass: whole },
    parents: [],
  };
}

function asked({ programme, unit, home }: Resource, now: Date) {
  if (unit === undefined)
    return { uid: { type: 'Persons', id: programme }, attrs: {}, parents: [] };
  const today = dayInCopenhagen(now);
  const referredTo = home?.referredTo.filter(({ until }) => today <= until) ?? [];
  return {
    uid: { type: 'Unit', id: unit },
    attrs: {
      id: unit,
      alsoDistricts: [...(home?.alsoDistricts ?? [])],
      referredTo: referredTo.map(({ organisation }) => organisation),
      withheld: home?.withheld === true,
      ...(home?.district !== undefined && { district: home.district }),
      ...(home?.assignedTo !== undefined && { assignedTo: home.assignedTo }),
    },
    parents: [],
  };
}

/**
 * The decision, when it permits.
 * @throws Hidden in a closed programme and in one that there is not, NotYours elsewhere
 */
export function permit(
  policies: Pick<Policies, 'decide' | 'accessTo'>,
  identity: Identity,
  action: Action,
  resource: Resource,
): Decision {
  const decision = policies.decide(identity, action, resource, new Date());
  if (decision.permitted) return decision;
  throw policies.accessTo(resource.programme) === 'closed' ? new Hidden() : new NotYours();
}
