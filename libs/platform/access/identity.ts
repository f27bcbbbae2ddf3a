import type { Actor } from '@sikkerby/kernel';

/** Every role; a role says which routes, the policies which units and persons. */
export const roles = [
  'ssp-caseworker',
  'ssp-coordinator',
  'exit-caseworker',
  'infohus-member',
  'infohus-coordinator',
  'benefit-control-officer',
  'centre-worker',
  'leisure-consultant',
  'outreach-lead',
  'camp-organiser',
  'partnership-coordinator',
  'safety-lift-manager',
  'dialogue-coordinator',
  'police-liaison',
  'analyst',
  'report-approver',
  'auditor',
  'dpo',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** What our own events say of somebody now, over what their token says. */
export interface Standing {
  /** Districts they work for. */
  readonly districts: readonly string[];
  /** Units whose glass they broke, each until an instant (ISO 8601, UTC). */
  readonly glass: readonly { readonly unit: string; readonly until: string }[];
}

/** What a token says: who and which role. */
export interface Claims extends Actor {
  readonly role: Role;
}

/** Who asks: as the token says, and what our events say of them besides; or the system itself. */
export interface Identity extends Omit<Claims, 'role'>, Standing {
  readonly role: Role | 'reaction' | 'system';
}
