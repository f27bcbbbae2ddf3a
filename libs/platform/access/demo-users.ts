import type { Claims, Role } from './identity.js';

/** The demonstration's user of a role. */
export function demoUser(role: Role): Claims {
  return {
    user: `demo-${role}`,
    role,
    organisation: 'demo',
  };
}
