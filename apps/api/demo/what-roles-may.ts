import type { Role } from '@sikkerby/access';
import type { OpenAPIObject } from '@nestjs/swagger';

/** One route that a role may use. */
export interface PermittedRoute {
  /** Of the context that it belongs to, such as `youth-concern`. */
  readonly tag: string;
  /** Whether it shows something, begins something, or changes what is there. */
  readonly kind: 'see' | 'create' | 'change';
  readonly method: string;
  readonly path: string;
  readonly summary: string;
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The routes that a role may use, as the OpenAPI document has them. */
export function whatRoleMay(role: Role, { paths }: OpenAPIObject): PermittedRoute[] {
  return Object.entries(paths).flatMap(([path, { get, post }]) =>
    [
      { method: 'GET', operation: get },
      { method: 'POST', operation: post },
    ].flatMap(({ method, operation }) => {
      if (!operation || !rolesOf(operation).includes(role)) return [];
      const { tags: [tag = ''] = [], summary = '' } = operation;
      return [{ tag, kind: kindOf(operation), method, path, summary }];
    }),
  );
}

/** Each route's description ends with whom it is for; one for everybody names nobody. */
function rolesOf({ description = '' }: Operation): string[] {
  return /For ([\w-]+(?:, [\w-]+)*)\.$/.exec(description)?.[1]?.split(', ') ?? [];
}

function kindOf({ parameters = [] }: Operation): PermittedRoute['kind'] {
  const names = parameters.flatMap((parameter) => ('name' in parameter ? [parameter.name] : []));
  if (!names.includes('Idempotency-Key')) return 'see';
  return names.includes('If-Match') ? 'change' : 'create';
}
