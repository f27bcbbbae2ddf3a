import type { Role } from '@sikkerby/access';

/** Who works with the units of a programme, and who only reads them. */
export const programmeRoles: Readonly<
  Record<string, { readonly work: readonly Role[]; readonly read: readonly Role[] }>
> = {
  activation: { work: ['centre-worker'], read: [] },
  'centre-18-plus': { work: ['centre-worker'], read: [] },
  infohus: {
    work: ['infohus-member', 'infohus-coordinator'],
    read: ['police-liaison', 'auditor'],
  },
};
