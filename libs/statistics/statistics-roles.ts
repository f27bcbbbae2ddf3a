import type { Role } from '@sikkerby/access';

/** Who may do what with figures and statements, through the API and on the command line. */
export const whoMay = {
  readFigures: ['analyst', 'auditor', 'ssp-coordinator'],
  explain: ['analyst', 'auditor'],
  /** Of the events behind a number, by id and position. */
  nameEvents: ['auditor'],
  freeze: ['analyst'],
  approve: ['report-approver'],
  readStatements: ['analyst', 'report-approver', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;
