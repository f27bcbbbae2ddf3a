import type { Identity } from './identity.js';

/** What was done with what is known about a person. */
export const verbs = ['collect', 'search', 'change', 'disclose', 'reveal', 'delete'] as const;
export type Verb = (typeof verbs)[number];

/** What an answer lets somebody see: a person of a programme, or a unit without one. */
export interface Seen {
  readonly programme: string;
  /** The programme's reference of the person. */
  readonly subject?: string | undefined;
  readonly unit?: string | undefined;
  /** Ids of the policies that permitted it. */
  readonly policies?: readonly string[];
}

/** An answer about persons: each look is logged before it is sent. One row for each subject. */
export class About<Answer> {
  constructor(
    readonly answer: Answer,
    readonly seen: readonly Seen[],
  ) {}
}

export interface Look {
  readonly verb: Verb;
  /** Coded, such as `case-work`. */
  readonly purpose: string;
  /** Nothing when it was a miss or a refusal. */
  readonly seen: readonly Seen[];
  readonly identity: Identity;
  /** Pattern of the route, such as `/youth-concern/cases/:id`. */
  readonly route: string;
  /** The request's id. */
  readonly correlationId: string;
}

/** A look as the person is told of it: by whom is not for them to know. */
export interface LookAtThem {
  /** Instant, UTC, ISO 8601. */
  readonly at: string;
  readonly verb: Verb;
  readonly purpose: string;
}

/** Who looked at whom, when and why. What is written there stays. */
export abstract class ReadLog {
  /** Returns when it is kept. A miss or a refusal is a row without a subject. */
  abstract write(look: Look): Promise<void>;

  /** Every look at a person of a programme, under any of these references, in order of time. */
  abstract looksAt(programme: string, subjects: readonly string[]): Promise<LookAtThem[]>;
}
