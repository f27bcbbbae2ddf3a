/**
 * How far a programme's records are open (domain.md): `closed` hides that they exist, `protected`
 * is for the own district or whom a unit is assigned to, `ordinary` for the programme's roles, `open`
 * holds no person.
 */
export type ProgrammeAccess = 'open' | 'ordinary' | 'protected' | 'closed';

export const programmeAccess: Readonly<Record<string, ProgrammeAccess>> = {
  'youth-concern': 'protected',
  'acute-plan': 'protected',
  'exit-programme': 'closed',
  infohus: 'closed',
  'financial-review': 'closed',
  activation: 'closed',
  'centre-18-plus': 'protected',
  'leisure-job': 'ordinary',
  'street-outreach': 'ordinary',
  feriecamp: 'open',
  'leisure-guide': 'ordinary',
  'youth-club': 'open',
  'safety-partnership': 'open',
  'safety-lift': 'open',
  'housing-plan': 'open',
  'gathering-ban': 'protected',
  dialogue: 'open',
};
