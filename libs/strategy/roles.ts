import type { Role } from '@sikkerby/access';

/** Who reads what the strategy itself holds: no person is in it. */
export const readers: readonly Role[] = [
  'analyst',
  'report-approver',
  'auditor',
  'ssp-coordinator',
  'police-liaison',
];

/** The secretariat. */
export const secretariat: readonly Role[] = ['analyst'];
