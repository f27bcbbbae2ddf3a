/** What a command answers: where the unit stands after it. */
export class Receipt {
  /**
   * The unit.
   * @example 6f1c9a4e-2b7d-8c3a-9e5f-0a1b2c3d4e5f
   */
  readonly id!: string;
  /**
   * Number of the unit's last event; the ETag, and the If-Match of the next command.
   * @example 3
   */
  readonly revision!: number;
  /**
   * Place of that event in the log: the X-Min-Position of a query that must show it.
   * @example 000000001187
   */
  readonly position!: string;
  /**
   * When it was recorded, UTC.
   * @example 2026-11-23T09:30:00.000Z
   */
  readonly recordedAt!: string;
}
