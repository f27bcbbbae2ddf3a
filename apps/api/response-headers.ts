import { Receipt } from '@sikkerby/commands';
import type { FastifyInstance } from 'fastify';

/** What every answer says besides its body, and a receipt more than others. */
export function setHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Correlation-Id', request.id).header('Cache-Control', 'no-store');
    done();
  });
  fastify.addHook('preSerialization', (_request, reply, payload: unknown, done) => {
    if (payload instanceof Receipt) {
      void reply.header('ETag', `"${payload.revision}"`).header('X-Position', payload.position);
    }
    done(null, payload);
  });
}
