import { Dated, IsCalendarDay, IsCode, IsCodeName, IsDistrict } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import { rejectTransferReasons, type RejectTransferReason } from '../concern-codes.js';

export class RequestTransfer extends Dated {
  /** @example valby */
  @IsDistrict()
  readonly toDistrict!: District;

  /** @example ssp-valby */
  @IsCodeName()
  readonly toTeam!: string;
}

export class AcceptTransfer extends Dated {
  /**
   * The first day on which your district is responsible.
   * @example 2017-03-15
   */
  @IsCalendarDay()
  readonly effectiveOn!: Day;
}

export class RejectTransfer extends Dated {
  /** @example no-capacity */
  @IsCode(rejectTransferReasons)
  readonly reason!: RejectTransferReason;
}
