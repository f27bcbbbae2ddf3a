import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DemoIdentity } from '@sikkerby/access';
import { nestLogger } from '@sikkerby/configuration';
import { longestSeconds, Problem, ProblemFilter, validation } from '@sikkerby/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiModule } from './api.module.js';
import type { ApiParts } from './api-parts.js';
import { correlationIdOf } from './correlation-id.js';
import { showDemo } from './demo/show-demo.js';
import { showDocs } from './docs.js';
import { logRequests } from './request-log.js';
import { setHeaders } from './response-headers.js';

const seconds = 1000;

/** The API, ready to listen. Closing it lets the requests under way finish. */
export async function createApi(parts: ApiParts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 64 * 1024,
    genReqId: correlationIdOf,
    requestTimeout: 10 * seconds,
    handlerTimeout: 10 * seconds,
    forceCloseConnections: 'idle',
  });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest's options are a class
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(parts), adapter, {
    abortOnError: false,
    bodyParser: false,
    logger: nestLogger(parts.logger),
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  letSomeTakeLong(fastify);
  setHeaders(fastify);
  logRequests(fastify, parts.logger);
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } },
  });
  await app.register(rateLimit, {
    max: parts.requestsPerMinute,
    timeWindow: 60 * seconds,
    keyGenerator: (request) => whoAsks(request, parts),
    errorResponseBuilder: () => new Problem('too-many-requests'),
  });
  limitCprLookUps(fastify, parts);
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter(parts.logger));
  showDocs(app);
  if (parts.identities instanceof DemoIdentity) showDemo(app, parts.programmes, parts.policies);
  await app.init();
  await fastify.ready();
  return app;
}

/** An attack on all that was published takes longer than other requests may. */
function letSomeTakeLong(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (route.config && 'takesLong' in route.config)
      route.handlerTimeout = longestSeconds * seconds;
  });
}

/**
 * A CPR number can be found out by trying: requests with one are few, be they to search, to register
 * or to change, since a refusal tells too that the number is somebody's.
 */
function limitCprLookUps(fastify: FastifyInstance, parts: ApiParts): void {
  const count = fastify.createRateLimit({
    max: parts.cprLookUpsPerMinute,
    timeWindow: 60 * seconds,
    keyGenerator: (request) => whoAsks(request, parts),
  });
  fastify.addHook('preHandler', async (request) => {
    const { body, routeOptions } = request;
    const hasCpr = typeof body === 'object' && body !== null && 'cpr' in body;
    if (!hasCpr || routeOptions.url?.startsWith('/people/') !== true) return;
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw new Problem('too-many-requests');
  });
}

/** The user, or the address of somebody without a valid token. */
async function whoAsks(request: FastifyRequest, { identities }: ApiParts): Promise<string> {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  try {
    return (await identities.verify(token)).user;
  } catch {
    return request.ip;
  }
}
