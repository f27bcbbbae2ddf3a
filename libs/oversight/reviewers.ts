import type { Role } from '@sikkerby/access';

/** Who looks at what others opened to themselves. */
export const reviewers: readonly Role[] = ['ssp-coordinator', 'dpo'];
