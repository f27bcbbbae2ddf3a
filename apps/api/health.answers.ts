/** The process answers. */
export class Alive {
  /** @example up */
  readonly status!: 'up';
}

/** How far a projection is. */
export class ProjectionHealth {
  /** @example youth-concern.case-list */
  readonly name!: string;
  /** @example running */
  readonly state!: string;
  /** Events in the log that it has not come to yet. */
  readonly lagEvents!: number;
}

/** The database answers, and the projections keep up. */
export class Ready {
  /** @example ready */
  readonly status!: 'ready';
  readonly projections!: ProjectionHealth[];
}
