/** What something is called. */
export class NamesAnswer {
  readonly da!: string;
  readonly en!: string;
}

/** Something that others refer to by its code. */
export class ReferenceItemAnswer {
  /** @example noerrebro */
  readonly code!: string;
  /** What it is called on that day. */
  readonly title!: NamesAnswer;
  /** Code of what it lies wholly within. */
  readonly parent?: string;
  /** First day on which it is there. @example 2007-01-01 */
  readonly validFrom!: string;
  /** Last day on which it is there, where that is known. */
  readonly validTo?: string;
  /** What comes in its place. */
  readonly successors!: string[];
  /** The If-Match of the next command to it. */
  readonly revision!: number;
}

/** What there is of a kind on a day, by code. */
export class ReferenceItemsAnswer {
  /** @example district */
  readonly kind!: string;
  readonly title!: NamesAnswer;
  /** @example 2018-01-01 */
  readonly on!: string;
  readonly items!: ReferenceItemAnswer[];
}
