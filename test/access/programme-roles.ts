import type { Role } from '@sikkerby/access';

/** Who works with the units of a programme, and who only reads them. */
export const programmeRoles: Readonly<
  Record<string, { readonly work: readonly Role[]; readonly read: readonly Role[] }>
> = {
  'leisure-job': { work: ['leisure-consultant'], read: [] },
  'street-outreach': { work: ['outreach-lead'], read: [] },
  feriecamp: { work: ['camp-organiser'], read: ['partnership-coordinator'] },
  'leisure-guide': { work: ['leisure-consultant'], read: [] },
  'youth-club': { work: ['leisure-consultant'], read: ['outreach-lead'] },
  activation: { work: ['centre-worker'], read: [] },
  'centre-18-plus': { work: ['centre-worker'], read: [] },
  infohus: {
    work: ['infohus-member', 'infohus-coordinator'],
    read: ['police-liaison', 'auditor'],
  },
  'safety-partnership': {
    work: ['partnership-coordinator'],
    read: ['safety-lift-manager', 'dialogue-coordinator'],
  },
  'housing-plan': { work: ['partnership-coordinator'], read: ['ssp-coordinator'] },
  'gathering-ban': { work: ['police-liaison', 'ssp-coordinator'], read: [] },
  dialogue: { work: ['dialogue-coordinator'], read: ['partnership-coordinator'] },
  'acute-plan': { work: ['ssp-coordinator'], read: [] },
};
