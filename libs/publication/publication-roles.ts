import type { Role } from '@sikkerby/access';

/** Who may do what with what leaves the house, through the API and on the command line. */
export const whoMay = {
  read: ['analyst', 'report-approver', 'auditor'],
  prepare: ['analyst'],
  release: ['report-approver'],
} as const satisfies Record<string, readonly Role[]>;
