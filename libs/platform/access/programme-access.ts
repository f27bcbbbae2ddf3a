/**
 * How far a programme's records are open (domain.md): `closed` hides that they exist, `protected`
 * is for the own district or whom a unit is assigned to, `ordinary` for the programme's roles, `open`
 * holds no person.
 */
export type ProgrammeAccess = 'open' | 'ordinary' | 'protected' | 'closed';
