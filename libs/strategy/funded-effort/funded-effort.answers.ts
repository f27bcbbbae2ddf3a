/** How many of the efforts that were due in a year were followed up. */
export class FollowedUpAnswer {
  /** @example 2018 */
  readonly year!: number;
  /** As known at this position of the log. */
  readonly asOf!: string;
  /** Financed on at least a day of the year: the measure `funded-effort.due`. */
  readonly due!: number;
  /** Of those: the measure `funded-effort.followed-up`. */
  readonly followedUp!: number;
  /** In per cent; missing where nothing is due. @example 66.7 */
  readonly share?: string;
}
