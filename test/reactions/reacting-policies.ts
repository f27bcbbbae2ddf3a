import { Policies } from '@sikkerby/access';
import { governed } from '@sikkerby/system';

const permit =
  '@id("test") permit (principal, action, resource) when { principal has role && principal.role == "reaction" };';

/** Safety lifts as usual, and reactions may do to them what people may. */
export const reactingPolicies = new Policies(
  governed.map((each) =>
    each.name === 'safety-lift' ? { ...each, policies: `${each.policies}\n${permit}` } : each,
  ),
);
