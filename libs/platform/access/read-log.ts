import type { Asker } from '@sikkerby/postgres';
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

/** What an answer's look is for, where the route knows it better than a header. */
export interface Why {
  readonly purpose?: string;
  /** Code that the caller gave as their reason, such as `home-visit`. */
  readonly reason?: string;
}

/** An answer about persons: each look is logged before it is sent. One row for each subject. */
export class About<Answer> {
  constructor(
    readonly answer: Answer,
    readonly seen: readonly Seen[],
    readonly why: Why = {},
  ) {}
}

export interface Look {
  readonly verb: Verb;
  /** Coded, such as `case-work`. */
  readonly purpose: string;
  /** Coded, where the route asks for one. */
  readonly reason?: string | undefined;
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

/** A look that somebody else has to look at: it revealed an address, or was drawn in its month. */
export interface LookToReview {
  /** Account name of who looked. */
  readonly user: string;
  /** Null when nobody was found or shown. */
  readonly programme: string | null;
  readonly because: 'address-reveal' | 'sample';
}

/** Who looked at whom, when and why. What is written there stays. */
export abstract class ReadLog {
  /** Returns when it is kept. A miss or a refusal is a row without a subject. */
  abstract write(look: Look): Promise<void>;

  /** Every look at a person of a programme, under any of these references, in order of time. */
  abstract looksAt(programme: string, subjects: readonly string[]): Promise<LookAtThem[]>;

  /** The look of that id, reviewed or not, if it is one for review and the asker oversees it. */
  abstract lookToReview(asker: Asker, id: string): Promise<LookToReview | undefined>;
}
