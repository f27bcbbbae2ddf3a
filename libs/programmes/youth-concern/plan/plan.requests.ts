import { Dated, IsCalendarDay, IsCode, IsCodeName, IsId, Sealed } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import {
  actionOutcomes,
  cancelReasons,
  type ActionOutcome,
  type CancelReason,
} from '../concern-codes.js';

export class AdoptPlan extends Dated {
  /** @example "Opdigtede mål til demonstration." */
  @Sealed(10_000)
  readonly goals!: string;
}

class AboutAnAction extends Dated {
  /**
   * The action; you make the id when you add it.
   * @example 3f0c2f5e-6a57-4b0b-9d4b-1f6f1f0f7a11
   */
  @IsId()
  readonly actionId!: string;
}

export class AddAction extends AboutAnAction {
  /** @example social-services */
  @IsCodeName()
  readonly responsibleOrganisation!: string;

  /**
   * The last day on which it is in time.
   * @example 2017-04-10
   */
  @IsCalendarDay()
  readonly dueOn!: Day;

  /** @example "Opdigtet handling til demonstration." */
  @Sealed(10_000)
  readonly description!: string;

  /**
   * Where the action is to find a leisure job: the search (`leisure-job`), whose match completes it.
   * The leisure-job desk learns nothing of the case.
   */
  @ApiPropertyOptional()
  @IsOptional()
  @IsId()
  readonly awaitsMatch?: string;
}

export class MoveActionDueDay extends AboutAnAction {
  /** @example 2017-05-01 */
  @IsCalendarDay()
  readonly dueOn!: Day;
}

export class CompleteAction extends AboutAnAction {
  /** @example achieved */
  @IsCode(actionOutcomes)
  readonly outcome!: ActionOutcome;
}

export class CancelAction extends AboutAnAction {
  /** @example no-longer-relevant */
  @IsCode(cancelReasons)
  readonly reason!: CancelReason;
}
