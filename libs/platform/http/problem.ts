import type { ProblemDocument } from './problem.answers.js';
import type { Plain } from './plain.js';
import { problemKinds, type ProblemKind } from './problem-kinds.js';

/** A problem document before it is sent. */
export type Document = Plain<ProblemDocument>;

/** What a document may say beyond its kind. */
export type ProblemDetails = Omit<Document, 'type' | 'title' | 'status' | 'correlationId'>;

/** Refuses the request with a problem document of that kind; holds no value of the request. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly kind: ProblemKind,
    readonly details: ProblemDetails = {},
  ) {
    super(kind);
  }

  get status(): number {
    return problemKinds[this.kind].status;
  }
}

/** 400: the part of the request that is wrong (JSON pointer, header or parameter), and what must be so. */
export function invalidRequest(pointer: string, detail: string): Problem {
  return new Problem('invalid-request', { errors: [{ pointer, detail }] });
}
