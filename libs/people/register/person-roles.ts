import type { Role } from '@sikkerby/access';

/** Who works with persons at all; with those of which programme follows from its policies. */
export const personRoles: readonly Role[] = [
  'ssp-caseworker',
  'ssp-coordinator',
  'exit-caseworker',
  'infohus-member',
  'infohus-coordinator',
  'benefit-control-officer',
  'centre-worker',
  'leisure-consultant',
];
