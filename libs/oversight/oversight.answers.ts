/** What an employee may see besides what their role lets them. */
export class EmployeeNow {
  /** @example ["noerrebro"] */
  readonly districts!: string[];
}

/** A case that somebody opened to themselves, which another has to look at. */
export class GlassToReview {
  readonly glassId!: string;
  /** Account name of who broke it. */
  readonly user!: string;
  readonly caseId!: string;
  /** @example 2026-11-23T09:30:00.000Z */
  readonly brokenAt!: string;
  /** Last instant at which it was open. @example 2026-11-23T10:30:00.000Z */
  readonly until!: string;
  /** @example 2026-11-30 */
  readonly reviewDueOn!: string;
  readonly overdue!: boolean;
}

export class GlassToReviewList {
  readonly items!: GlassToReview[];
}
