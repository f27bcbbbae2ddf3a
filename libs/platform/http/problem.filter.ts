import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@sikkerby/configuration';
import { DamagedStream } from '@sikkerby/event-store';
import type { FastifyReply } from 'fastify';
import { Problem, type Document } from './problem.js';
import { languageOf, problemKinds, type ProblemKind } from './problem-kinds.js';
import { problemOf } from './problem-of.js';
import { headerOf, type ApiRequest } from './request.js';

/** Nothing that goes away when it is tried again. */
const needsTheOperator: readonly ProblemKind[] = [
  'append-too-large',
  'damaged-stream',
  'storage-refuses',
];

/** Makes a problem document of every error; one that nobody foresaw says nothing of itself. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ApiRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error) ?? this.unforeseen(error, request);
    if (problem.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
    if (needsTheOperator.includes(problem.kind)) this.tellTheOperator(error, problem, request);
    else if (problem.status === 503) void reply.header('Retry-After', '2');
    void reply
      .code(problem.status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .send(documentOf(problem, request));
  }

  private tellTheOperator(error: unknown, { kind }: Problem, request: ApiRequest): void {
    this.log.error(`an operator is needed: ${kind}`, error, {
      correlationId: request.id,
      route: request.routeOptions.url,
      stream: error instanceof DamagedStream ? error.stream : undefined,
    });
  }

  private unforeseen(error: unknown, request: ApiRequest): Problem {
    this.log.error('unforeseen', error, {
      correlationId: request.id,
      route: request.routeOptions.url,
    });
    return new Problem('unexpected');
  }
}

function documentOf({ kind, details }: Problem, request: ApiRequest): Document {
  const { status, ...wording } = problemKinds[kind];
  return {
    type: `urn:problem:${details.rule ?? kind}`,
    title: wording[languageOf(headerOf(request, 'accept-language'))],
    status,
    ...details,
    correlationId: request.id,
  };
}
