import type { Identity, Policies } from '@sikkerby/access';
import type { Asker } from '@sikkerby/postgres';

/** Where looks belong that found nobody. */
export const noProgramme = 'oversight';

/** The programmes whose looks somebody may review. */
export function programmesToReview(policies: Policies, identity: Identity): string[] {
  const now = new Date();
  return policies.names.filter(
    (programme) => policies.decide(identity, 'review', { programme }, now).permitted,
  );
}

/** Who reviews, as row security knows them. */
export function reviewer(
  policies: Policies,
  identity: Identity,
): Required<Omit<Asker, 'districts'>> {
  const { user, role } = identity;
  return { user, role, programmes: programmesToReview(policies, identity) };
}
