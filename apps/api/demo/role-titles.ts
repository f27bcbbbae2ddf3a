import type { Role } from '@sikkerby/access';

/** What people call the roles. */
export const roleTitles: Readonly<Record<Role, { readonly da: string; readonly en: string }>> = {
  'ssp-caseworker': { da: 'SSP-medarbejder', en: 'SSP caseworker' },
  'ssp-coordinator': { da: 'SSP-koordinator', en: 'SSP coordinator' },
  'exit-caseworker': { da: 'Exitmedarbejder', en: 'Exit caseworker' },
  'infohus-member': { da: 'Medlem af Infohuset', en: 'Infohus member' },
  'infohus-coordinator': { da: 'Infohuskoordinator', en: 'Infohus coordinator' },
  'benefit-control-officer': { da: 'Kontrolmedarbejder', en: 'Benefit control officer' },
  'centre-worker': { da: 'Medarbejder i 18+ center', en: '18+ centre worker' },
  'leisure-consultant': { da: 'Fritidsjobkonsulent', en: 'Leisure job consultant' },
  'outreach-lead': { da: 'Leder af opsøgende indsats', en: 'Outreach lead' },
  'camp-organiser': { da: 'FerieCamp-arrangør', en: 'Camp organiser' },
  'partnership-coordinator': { da: 'Partnerskabskoordinator', en: 'Partnership coordinator' },
  'safety-lift-manager': { da: 'Ansvarlig for tryghedsløft', en: 'Safety lift manager' },
  'dialogue-coordinator': { da: 'Dialogkoordinator', en: 'Dialogue coordinator' },
  'police-liaison': { da: 'Politiets kontaktperson', en: 'Police liaison' },
  analyst: { da: 'Analytiker', en: 'Analyst' },
  'report-approver': { da: 'Godkender af rapporter', en: 'Report approver' },
  auditor: { da: 'Revisor', en: 'Auditor' },
  dpo: { da: 'Databeskyttelsesrådgiver', en: 'Data protection officer' },
  admin: { da: 'Administrator', en: 'Administrator' },
};
