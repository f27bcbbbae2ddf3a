import type { Logger } from '@sikkerby/configuration';
import type { ApiRequest } from '@sikkerby/http';
import type { FastifyInstance } from 'fastify';

/** One line for each request: the route's pattern, never an address, a query or a body. */
export function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onResponse', (request: ApiRequest, reply, done) => {
    logger.info('request', {
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      user: request.identity?.user,
      role: request.identity?.role,
      correlationId: request.id,
    });
    done();
  });
}
