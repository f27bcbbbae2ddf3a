/** Who did it, as it was at the time. */
export class ReplayedActor {
  readonly user!: string;
  /** @example ssp-caseworker */
  readonly role!: string;
  readonly organisation!: string;
}

/** An event as the log keeps it: codes and references, no person's data. */
export class ReplayedEvent {
  readonly id!: string;
  readonly stream!: string;
  /** @example youth-concern.case-opened.v1 */
  readonly type!: string;
  /** @example 0 */
  readonly revision!: number;
  /** @example 000000001187 */
  readonly position!: string;
  /** @example 2017-03-01 */
  readonly occurredOn!: string;
  /** @example 2026-11-23T09:30:00.000Z */
  readonly recordedAt!: string;
  readonly actor!: ReplayedActor;
  readonly correlationId!: string;
  readonly causationId?: string;
  /** The coded reason of a correction or a void. */
  readonly reason?: string;
  readonly legalBasis?: string;
  readonly data!: Record<string, unknown>;
  /** The state right after it, with `eventByEvent=true`. */
  readonly state?: Record<string, unknown>;
}

/** A stream as it was. */
export class ReplayedStream {
  /** @example youth_concern-6f1c9a4e-2b7d-8c3a-9e5f-0a1b2c3d4e5f */
  readonly stream!: string;
  /** Number of the last event up to that point. */
  readonly revision!: number;
  /** What the rules knew then. */
  readonly state!: Record<string, unknown>;
  readonly events!: ReplayedEvent[];
}
