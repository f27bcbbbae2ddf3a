import { ConfigurationError, probablyMeant } from '@sikkerby/configuration';
import { roles } from './identity.js';

const known: readonly string[] = [...roles, 'reaction', 'system'];

/**
 * A role that is misspelt would permit nobody, and forbid nobody, in silence.
 * @param policy in Cedar's JSON
 * @throws ConfigurationError when it compares the asker's role with a text that is no role
 */
export function refuseUnknownRoles(programme: string, id: string, policy: unknown): void {
  for (const role of rolesNamed(policy)) {
    if (known.includes(role)) continue;
    const meant = probablyMeant(role, known);
    const advice = meant ? `'${meant}'` : 'one of the roles of libs/platform/access/identity.ts';
    throw new ConfigurationError(
      `${programme}: the policy '${id}' names '${role}', which is no role: write ${advice}`,
    );
  }
}

/** Every text that stands on the other side of `principal.role`, whatever compares the two. */
function rolesNamed(expression: unknown): string[] {
  if (!isObject(expression)) return [];
  const operands = Object.values(expression);
  return operands.some(isRoleOfAsker) ? operands.flatMap(textsIn) : operands.flatMap(rolesNamed);
}

function isRoleOfAsker(expression: unknown): boolean {
  return JSON.stringify(expression) === '{".":{"left":{"Var":"principal"},"attr":"role"}}';
}

function textsIn(expression: unknown): string[] {
  if (!isObject(expression)) return [];
  return Object.entries(expression).flatMap(([kind, value]) =>
    kind === 'Value' && typeof value === 'string' ? [value] : textsIn(value),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
