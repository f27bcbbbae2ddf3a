import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import cedar, { type Entities, type EntityJson } from '@cedar-policy/cedar-wasm/nodejs';
import { refuseUnknownRoles } from './policy-roles.js';

// Calls into WebAssembly that are inlined and then deoptimised end the process in Node 20's V8 11.3
// (`DoComputeBuiltinContinuation`, unreachable code): seen under load, with policies decided often.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

/** A set of policies that Cedar has read and checked, under the ids that their authors gave. */
export interface PolicySet {
  readonly name: string;
}

const schema = readFileSync(new URL('./sikkerby.cedarschema', import.meta.url), 'utf8');

/** Where the build keeps the digests of the policies that it has validated: `validate-policies.ts`. */
export const validatedFile = new URL('./validated-policies.json', import.meta.url);
const validated = new Set(
  existsSync(validatedFile) ? (JSON.parse(readFileSync(validatedFile, 'utf8')) as string[]) : [],
);

const prepared = new Map<string, PolicySet>();

/**
 * What the build has validated is not validated again, which would take a second at each start.
 * @throws Error for a text that Cedar cannot read, that the schema forbids, or without `@id`s;
 * ConfigurationError for one that names a role that there is not
 */
export function prepare(programme: string, text: string): PolicySet {
  const known = prepared.get(text);
  if (known) return known;
  const policies = { staticPolicies: named(programme, text) };
  if (!validated.has(digestOf(text))) validate(programme, policies);
  const set = { name: `${programme} ${prepared.size}` };
  cedar.preparsePolicySet(set.name, policies);
  prepared.set(text, set);
  return set;
}

/** Of the policies, the schema and the Cedar that they are validated with. */
export function digestOf(text: string): string {
  const validation = [cedar.getCedarVersion(), schema, text];
  return createHash('sha256').update(JSON.stringify(validation)).digest('hex');
}

function validate(programme: string, policies: { staticPolicies: Record<string, string> }): void {
  const checked = cedar.validate({ schema, policies, validationSettings: { mode: 'strict' } });
  const errors =
    checked.type === 'success'
      ? checked.validationErrors.map(({ error }) => error)
      : checked.errors;
  if (errors.length > 0) throw new Error(`${programme}: ${told(errors)}`);
}

function named(programme: string, text: string): Record<string, string> {
  const parts = cedar.policySetTextToParts(text);
  if (parts.type !== 'success') throw new Error(`${programme}: ${told(parts.errors)}`);
  const policies = Object.fromEntries(
    parts.policies.map((policy) => [readPolicy(programme, policy), policy]),
  );
  if (Object.keys(policies).length < parts.policies.length) {
    throw new Error(`${programme}: two policies have one id`);
  }
  return policies;
}

/**
 * Permitted only when the answer is a success, the decision is `allow` and nothing went wrong: Cedar
 * passes over a policy that errs, and that may be the one that forbids.
 */
export function isAuthorized(
  { name }: PolicySet,
  principal: EntityJson,
  action: string,
  resource: EntityJson,
): { readonly permitted: boolean; readonly policies: readonly string[] } {
  const entities: Entities = [principal, resource];
  const answer = cedar.statefulIsAuthorized({
    principal: principal.uid,
    action: { type: 'Action', id: action },
    resource: resource.uid,
    context: {},
    preparsedPolicySetId: name,
    entities,
  });
  if (answer.type !== 'success') return { permitted: false, policies: [] };
  const { decision, diagnostics } = answer.response;
  return {
    permitted: decision === 'allow' && diagnostics.errors.length === 0,
    policies: diagnostics.reason,
  };
}

/** The id of the policy, which names no role that there is not. */
function readPolicy(programme: string, policy: string): string {
  const read = cedar.policyToJson(policy);
  const id = read.type === 'success' ? read.json.annotations?.id : undefined;
  if (read.type !== 'success' || !id) throw new Error('a policy has no @id');
  refuseUnknownRoles(programme, id, read.json);
  return id;
}

function told(errors: readonly { readonly message: string }[]): string {
  return errors.map(({ message }) => message).join('; ');
}
