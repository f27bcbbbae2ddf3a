import { createParamDecorator, Param, type ExecutionContext } from '@nestjs/common';
import type { Identity } from '@sikkerby/access';
import type { Intent } from '@sikkerby/commands';
import { dayInCopenhagen } from '@sikkerby/kernel';
import { creates } from './creates.js';
import { Problem, invalidRequest } from './problem.js';
import { headerOf, type ApiRequest } from './request.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const idempotencyKey = /^[\x21-\x7e]{8,100}$/;
const entityTag = /^"(\d{1,9})"$/;

/** Who asks. */
export const WhoAsks = createParamDecorator((_: unknown, context: ExecutionContext): Identity =>
  identityOf(context.switchToHttp().getRequest<ApiRequest>()),
);

/** The intent behind a command: who, Idempotency-Key, If-Match, correlation id, today. */
export const Given = createParamDecorator((_: unknown, context: ExecutionContext): Intent => {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  return {
    identity: identityOf(request),
    key: keyOf(request),
    expected: creates(context.getHandler()) ? 'none' : revisionOf(request),
    correlationId: request.id,
    today: dayInCopenhagen(new Date()),
  };
});

/** The `:id` of the path: a UUID in lower case, or there is no such unit. */
export const UnitId = () =>
  Param('id', {
    transform: (id: unknown) => {
      if (typeof id !== 'string' || !uuid.test(id)) throw new Problem('not-found');
      return id;
    },
  });

/** A whole number of the path (validation has made it a number), or there is no such thing. */
export const WholeNumber = (name: string, from: number, to: number) =>
  Param(name, {
    transform: (found: unknown) => {
      if (Number.isInteger(found) && Number(found) >= from && Number(found) <= to) return found;
      throw new Problem('not-found');
    },
  });

function identityOf(request: ApiRequest): Identity {
  if (!request.identity) throw new Problem('not-authenticated');
  return request.identity;
}

function keyOf(request: ApiRequest): string {
  const key = headerOf(request, 'idempotency-key');
  if (key !== undefined && idempotencyKey.test(key)) return key;
  throw invalidRequest(
    'Idempotency-Key',
    'Idempotency-Key must be 8 to 100 visible ASCII characters, new for every intent',
  );
}

function revisionOf(request: ApiRequest): number {
  const tag = headerOf(request, 'if-match');
  if (tag === undefined) throw new Problem('revision-required');
  const revision = entityTag.exec(tag)?.[1];
  if (revision !== undefined) return Number(revision);
  throw invalidRequest('If-Match', 'If-Match must be the quoted revision of one unit, such as "7"');
}
