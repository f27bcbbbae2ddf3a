/** One thing in the request that is not as it must be. */
export class InvalidPart {
  /**
   * JSON pointer (RFC 6901) into the body or the query, or the name of a header.
   * @example /occurredOn
   */
  readonly pointer!: string;
  /**
   * What must be so; never the value that was sent.
   * @example "occurredOn must be a calendar day of the form YYYY-MM-DD"
   */
  readonly detail!: string;
}

/** A command and whether the unit and your role allow it now. */
export class CommandNow {
  /** @example close */
  readonly command!: string;
  readonly allowed!: boolean;
  /** The rule that refuses it, where one does. */
  readonly because?: string;
}

/** An event that was recorded since the revision the caller saw. */
export class MissedEvent {
  /** @example youth-concern.level-changed.v1 */
  readonly type!: string;
  /** @example 4 */
  readonly revision!: number;
  /** @example 2017-03-01 */
  readonly occurredOn!: string;
  /** @example 2026-11-23T09:30:00.000Z */
  readonly recordedAt!: string;
  /** Account name of whoever did it. */
  readonly user!: string;
}

/** What every refusal looks like (RFC 9457), as `application/problem+json`. */
export class ProblemDocument {
  /**
   * Stable name of the kind of problem, or of the rule of the domain that refuses.
   * @example urn:problem:invalid-request
   */
  readonly type!: string;
  /**
   * In Danish or English, by Accept-Language.
   * @example "The request is not as it must be"
   */
  readonly title!: string;
  /** @example 400 */
  readonly status!: number;
  readonly detail?: string;
  /** With 400: each part of the request that is wrong. */
  readonly errors?: InvalidPart[];
  /** With 409: the rule that refuses, a sentence in kebab-case. */
  readonly rule?: string;
  /** With 409: the commands, and which of them are allowed now. */
  readonly commands?: CommandNow[];
  /** With 412: the unit's revision now. */
  readonly revision?: number;
  /** With 412: what happened since the revision that you saw. */
  readonly missed?: MissedEvent[];
  /**
   * Names this request in the log.
   * @example 0b3f6a4e-8d53-4c2e-9a34-0f7f2c6d1e55
   */
  readonly correlationId!: string;
}
