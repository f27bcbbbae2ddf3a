import type { Role } from '@sikkerby/access';

/** Who works with the units of a programme, and who only reads them. */
export const programmeRoles: Readonly<
  Record<string, { readonly work: readonly Role[]; readonly read: readonly Role[] }>
> = {
  'safety-partnership': {
    work: ['partnership-coordinator'],
    read: ['safety-lift-manager', 'dialogue-coordinator'],
  },
  'housing-plan': { work: ['partnership-coordinator'], read: ['ssp-coordinator'] },
  'gathering-ban': { work: ['police-liaison', 'ssp-coordinator'], read: [] },
  dialogue: { work: ['dialogue-coordinator'], read: ['partnership-coordinator'] },
  'acute-plan': { work: ['ssp-coordinator'], read: [] },
};
