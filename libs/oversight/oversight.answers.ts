/** What an employee may see besides what their role lets them. */
export class EmployeeNow {
  /** @example ["noerrebro"] */
  readonly districts!: string[];
}

/** Somebody's look at a person, which another has to look at. */
export class ToReview {
  /** Of the glass or of the look in the read log: by it the review is given. */
  readonly id!: string;
  /** `break-glass`, `address-reveal`, or `sample`: drawn in its month. @example address-reveal */
  readonly because!: string;
  /** Account name of who looked. */
  readonly user!: string;
  /** @example 2026-11-23T09:30:00.000Z */
  readonly at!: string;
  /** Null where nobody was found or shown. @example youth-concern */
  readonly programme!: string | null;
  /** The programme's own reference of the person. */
  readonly subject!: string | null;
  readonly unit!: string | null;
  /** Null for a broken glass. @example reveal */
  readonly verb!: string | null;
  /** @example case-work */
  readonly purpose!: string | null;
  /** What they gave as their reason: of a broken glass their words, of a revealed address a code. */
  readonly reason!: string | null;
  /** @example "/people/:programme/persons/:id/reveal-address" */
  readonly route!: string | null;
  /** Last instant at which the glass was open. @example 2026-11-23T10:30:00.000Z */
  readonly openUntil!: string | null;
  /** Day by which a broken glass is reviewed. @example 2026-11-30 */
  readonly reviewDueOn!: string | null;
  readonly overdue!: boolean;
}

export class ReviewListPage {
  readonly items!: ToReview[];
  /** Cursor of the next page; missing on the last. */
  readonly next?: string;
}
