import type { Identity } from '@sikkerby/access';
import type { FastifyRequest } from 'fastify';

/** A request on its way; the guard puts `identity` there. Its id is the correlation id. */
export interface ApiRequest extends FastifyRequest {
  identity?: Identity;
}

/** A header's value; undefined when it is missing or sent more than once. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
