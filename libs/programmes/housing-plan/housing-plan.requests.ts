import { AreCodeNames, Dated, IsCalendarDay, IsCode, IsCodeName, IsDistrict } from '@sikkerby/http';
import { isDay, type Day } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { IsInt, Max, Min } from 'class-validator';
import { areCodeNames, correctionOf } from '@sikkerby/case-kit/edge';
import {
  planEndReasons,
  planReopenReasons,
  type PlanEndReason,
  type PlanReopenReason,
} from './housing-plan.js';

export class RegisterHousingPlan extends Dated {
  /** Code names of the areas that it covers. @example ["mjoelnerparken", "aldersrogade"] */
  @AreCodeNames(20)
  readonly areas!: string[];

  /** The district that is responsible for it. @example noerrebro */
  @IsDistrict()
  readonly district!: District;

  /** Until when it has its grant. @example 2021-12-31 */
  @IsCalendarDay()
  readonly until!: Day;
}

export class ObserveCoverage extends Dated {
  /** One of the plan's areas. @example mjoelnerparken */
  @IsCodeName()
  readonly area!: string;

  /** Observed as of 1 January of it. @example 2018 */
  @IsInt()
  @Min(2000)
  @Max(2100)
  readonly year!: number;

  /** Residents of the area on that day; about. @example 1700 */
  @IsInt()
  @Min(0)
  @Max(100_000)
  readonly residents!: number;
}

export class EndHousingPlan extends Dated {
  /** @example grant-ran-out */
  @IsCode(planEndReasons)
  readonly reason!: PlanEndReason;
}

export class ReopenHousingPlan extends Dated {
  /** @example new-grant */
  @IsCode(planReopenReasons)
  readonly reason!: PlanReopenReason;
}

export const CorrectHousingPlan = correctionOf('HousingPlan', {
  areas: areCodeNames,
  district: isDistrict,
  until: isDay,
  openedOn: isDay,
  reopenedOn: isDay,
  closedOn: isDay,
});
