import { districtCodes } from '@sikkerby/reference';
import type { Identity, Role } from './identity.js';

/** The demonstration's user of a role, who works for the whole city. */
export function demoUser(role: Role): Identity {
  return {
    user: `demo-${role}`,
    role,
    organisation: 'demo',
    districts: districtCodes,
  };
}
