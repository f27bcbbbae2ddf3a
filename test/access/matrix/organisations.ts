import type { Role } from '@sikkerby/access';

/** Whose employees have a role, where they are not those of the city. */
export const organisations: Partial<Record<Role, string>> = {
  'police-liaison': 'koebenhavns-politi',
};
