import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDocument } from './problem.answers.js';

const reasons = {
  400: 'Not as it must be; `errors` points at each part',
  401: 'No valid token',
  403: 'Not for this role, or not for these districts',
  404: 'No such thing',
  409: 'A rule refuses; `commands` says what is allowed now',
  412: 'Changed since the revision in If-Match; `missed` says how',
  413: 'Over 64 KiB, or more at once than the storage takes',
  415: 'Not application/json',
  422: 'The Idempotency-Key was used for another command',
  428: 'If-Match is missing',
  429: 'Too many requests',
  503: 'Storage away, read models behind, or too slow: try again after Retry-After. Without it: a history that was changed outside the system',
} as const;

/** Documents which problems a route answers with. */
export const ProblemAnswers = (...statuses: (keyof typeof reasons)[]) =>
  applyDecorators(
    ApiExtraModels(ProblemDocument),
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: reasons[status],
        content: {
          'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDocument) } },
        },
      }),
    ),
  );
