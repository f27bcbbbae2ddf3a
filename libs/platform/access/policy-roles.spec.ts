import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '@sikkerby/configuration';
import { prepare } from './cedar.js';

const policy = (when: string) =>
  `@id("planted") permit (principal, action, resource) when { ${when} };`;

describe('a role in a policy', () => {
  it.each([
    [`principal.role == "ssp-casworker"`, `'ssp-casworker'`, `'ssp-caseworker'`],
    [`"dpos" != principal.role`, `'dpos'`, `'dpo'`],
    [`["dpo", "admn"].contains(principal.role)`, `'admn'`, `'admin'`],
    [
      `principal.glass.isEmpty() || !(principal.role == "mayor")`,
      `'mayor'`,
      'one of the roles of libs/platform/access/identity.ts',
    ],
  ])('that there is not is refused: %s', (when, role, advice) => {
    const preparing = () => prepare('safety-lift', policy(when));
    expect(preparing).toThrow(ConfigurationError);
    expect(preparing).toThrow(
      `safety-lift: the policy 'planted' names ${role}, which is no role: write ${advice}`,
    );
  });

  it('may be any of those that there are, and other texts are no roles', () => {
    const when = `["dpo", "reaction"].contains(principal.role) && principal.organisation == "ssp"`;
    expect(() => prepare('safety-lift', policy(when))).not.toThrow();
  });
});
