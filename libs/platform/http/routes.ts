import { applyDecorators, Controller, Get, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  type ApiResponseOptions,
} from '@nestjs/swagger';
import { Roles, type Role, type Verb } from '@sikkerby/access';
import { Receipt } from '@sikkerby/commands';
import { Creates } from './creates.js';
import { LogLooks, Looks, LooksFor, purposes, type LookPurpose } from './log-looks.js';
import { MinPosition } from './min-position.js';
import { ProblemAnswers } from './problem-answers.js';

export interface RouteOptions {
  /** Who may use it at all; which units they may touch follows from their districts. */
  readonly roles: readonly Role[];
  /** What it does, in one line. */
  readonly summary: string;
  readonly description?: string;
}

export interface QueryOptions extends RouteOptions {
  /** What it answers, where the return type does not tell the compiler plugin. */
  readonly answer?: ApiResponseOptions;
  /** Where it shows persons: each look is logged, and the handler returns `About`. */
  readonly looks?: Verb;
}

export interface AskOptions extends QueryOptions {
  readonly looks: Verb;
  /** What it is for, where that is always the same; otherwise the caller says. */
  readonly purpose?: LookPurpose;
}

const idempotencyKey = ApiHeader({
  name: 'Idempotency-Key',
  required: true,
  description: 'New for every intent; a retry with the same key gets the first receipt again.',
  schema: { type: 'string', minLength: 8, maxLength: 100 },
  example: 'new-key-for-every-intent',
});

const receiptHeaders = {
  ETag: { description: 'The revision, quoted', schema: { type: 'string' } },
  'X-Position': { description: 'Place in the log', schema: { type: 'string' } },
} as const;

/** Routes of a programme: the prefix begins with its name, which is the tag. */
export const ProgrammeController = (prefix: string) =>
  applyDecorators(Controller(prefix), ApiTags(prefix.replace(/\/.*/, '')), ApiBearerAuth());

/** A command to a unit that exists: POST with If-Match, 200 with a receipt. */
export const CommandRoute = (path: string, options: RouteOptions) =>
  applyDecorators(
    ...route(options),
    Post(path),
    HttpCode(200),
    idempotencyKey,
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The revision that you saw, quoted: the ETag of the last receipt or query.',
      schema: { type: 'string', pattern: '^"\\d+"$' },
      example: '"0"',
    }),
    ApiOkResponse({ type: Receipt, headers: receiptHeaders }),
    ProblemAnswers(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503),
  );

/** A command that brings something into being: POST, 201 with a receipt, or what `answer` says. */
export const CreateRoute = (path: string, options: QueryOptions) =>
  applyDecorators(
    ...route(options),
    Post(path),
    Creates(),
    idempotencyKey,
    ...(options.looks ? [UseInterceptors(LogLooks), ...logged(options.looks)] : []),
    ApiCreatedResponse(options.answer ?? { type: Receipt, headers: receiptHeaders }),
    ProblemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 429, 503),
  );

/** A question: GET. With X-Min-Position it waits until what was recorded there can be seen. */
export const QueryRoute = (path: string, options: QueryOptions) =>
  applyDecorators(
    ...route(options),
    Get(path),
    UseInterceptors(MinPosition, ...(options.looks ? [LogLooks] : [])),
    ...(options.looks ? logged(options.looks) : []),
    ApiHeader({
      name: 'X-Min-Position',
      required: false,
      description: 'The X-Position of your last receipt: the answer then shows what it did.',
      schema: { type: 'string' },
    }),
    ...(options.answer ? [ApiOkResponse(options.answer)] : []),
    ProblemAnswers(400, 401, 403, 404, 429, 503),
  );

/** A question whose words must not be in an address: POST, 200, neither key nor revision. */
export const AskRoute = (path: string, options: AskOptions) =>
  applyDecorators(
    ...route(options),
    Post(path),
    HttpCode(200),
    UseInterceptors(LogLooks),
    ...(options.purpose
      ? [Looks(options.looks), LooksFor(options.purpose)]
      : logged(options.looks)),
    ...(options.answer ? [ApiOkResponse(options.answer)] : []),
    ProblemAnswers(400, 401, 403, 404, 413, 415, 429, 503),
  );

function logged(verb: Verb) {
  return [
    Looks(verb),
    ApiHeader({
      name: 'X-Purpose',
      required: false,
      description: 'What the persons are looked at for; goes into the read log.',
      schema: { type: 'string', enum: [...purposes], default: purposes[0] },
    }),
  ];
}

function route({ roles, summary, description = '' }: RouteOptions) {
  const who = `For ${roles.join(', ')}.`;
  return [
    Roles(roles),
    ApiOperation({ summary, description: description === '' ? who : `${description}\n\n${who}` }),
  ];
}
