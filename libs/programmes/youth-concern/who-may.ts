import type { Role } from '@sikkerby/access';

/** Who works on SSP cases; which cases follows from their districts. */
export const caseworkers: readonly Role[] = ['ssp-caseworker', 'ssp-coordinator'];
