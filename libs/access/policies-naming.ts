import { policyTexts } from './cedar.js';
import type { Role } from './identity.js';

/** Ids of the policies whose text names the role. */
export function policiesNaming(role: Role): string[] {
  return [...policyTexts().values()].flatMap((text) =>
    text
      .split('@id("')
      .filter((policy) => policy.includes(`"${role}"`))
      .map((policy) => policy.slice(0, policy.indexOf('"'))),
  );
}
