import { Dated, IsCode, IsCodeName } from '@sikkerby/http';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { erasureGrounds, holdGrounds, liftReasons } from './person-erasure.js';

export class RequestErasure extends Dated {
  /** @example period-is-over */
  @IsCode(erasureGrounds)
  readonly ground!: string;
}

export class PlaceLegalHold extends Dated {
  /** Why they may not be erased for now. @example court-case */
  @IsCode(holdGrounds)
  readonly ground!: string;
}

export class LiftLegalHold extends PlaceLegalHold {
  /** @example ground-is-gone */
  @IsCode(liftReasons)
  readonly reason!: string;
}

export class SetRetentionRule extends Dated {
  /** Whole years since the anchor. @example 5 */
  @IsInt()
  @Min(1)
  @Max(100)
  readonly years!: number;

  /** The type of event that the period begins with. @example youth-concern.case-closed.v1 */
  @Matches(/^[a-z0-9-]+\.[a-z0-9-]+\.v\d{1,3}$/)
  readonly anchor!: string;

  /** The authority that decided it. @example koebenhavns-stadsarkiv */
  @IsCodeName()
  readonly authority!: string;
}
