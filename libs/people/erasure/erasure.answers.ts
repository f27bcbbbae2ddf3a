/** How long a programme keeps what it knows about a person. */
export class RetentionRuleNow {
  /** @example youth-concern */
  readonly programme!: string;
  /** Whole years since the anchor. @example 5 */
  readonly years!: number;
  /** @example youth-concern.case-closed.v1 */
  readonly anchor!: string;
  /** @example koebenhavns-stadsarkiv */
  readonly authority!: string;
}

export class RetentionRules {
  readonly items!: RetentionRuleNow[];
}

/** How far somebody's erasure is. */
export class ErasureNow {
  readonly programme!: string;
  /** The programme's own reference of the person. */
  readonly subject!: string;
  /** `not-asked-for`, `withdrawn`, `requested`, `approved`, `shredded` or `finalised`. */
  readonly status!: string;
  /** Account name of who asked for it. */
  readonly requestedBy?: string;
  /** Legal holds that are in force. @example ["court-case"] */
  readonly holds!: string[];
}

export class ErasuresUnderWay {
  readonly items!: ErasureNow[];
}

/** Somebody whose period is over. Nothing happens to them until somebody asks for it. */
export class ProposedErasure {
  readonly programme!: string;
  readonly subject!: string;
  /** The last day on which the period began. @example 2017-03-01 */
  readonly anchoredOn!: string;
  /** The last day on which anything happened. @example 2017-04-01 */
  readonly lastOn!: string;
  /** Cases, reports and whatever else is about them, by id. */
  readonly units!: string[];
  /** Legal holds that are in force: they cannot be erased before these are lifted. */
  readonly holds!: string[];
}

export class ProposedErasures {
  /** The longest kept first, at most 100; the next follow when these are dealt with. */
  readonly items!: ProposedErasure[];
}
