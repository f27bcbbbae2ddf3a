import type { Actor } from '@sikkerby/kernel';

/** The roles of step 1; a role says which routes, the districts which units. */
export const roles = ['ssp-caseworker', 'ssp-coordinator', 'analyst', 'auditor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who asks, as the token says: the actor of what they do, and the districts they work for. */
export interface Identity extends Actor {
  readonly role: Role;
  readonly districts: readonly string[];
}
