import type { Role } from '@sikkerby/access';

/** Who works on SSP cases; which cases follows from their districts. */
export const caseworkers: readonly Role[] = ['ssp-caseworker', 'ssp-coordinator'];

/** Who may read a case at all; the police only one that is referred to them. */
export const readers: readonly Role[] = [...caseworkers, 'police-liaison'];
