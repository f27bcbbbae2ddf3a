import { Dated, IsCalendarDay, IsCode, IsCodeName, IsDistrict } from '@sikkerby/http';
import { isDay, type Day } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { correctionOf, isCode, isCodeName } from '@sikkerby/case-kit/edge';
import {
  campKinds,
  cancelReasons,
  holidays,
  type CampKind,
  type CancelReason,
  type Holiday,
} from './feriecamp.js';

export class PlanCamp extends Dated {
  /** In an area, or for the whole city, which counts in no area. @example area */
  @IsCode(campKinds)
  readonly kind!: CampKind;

  /** @example autumn */
  @IsCode(holidays)
  readonly holiday!: Holiday;

  /** @example 2017-10-16 */
  @IsCalendarDay()
  readonly firstDay!: Day;

  /** @example 2017-10-20 */
  @IsCalendarDay()
  readonly lastDay!: Day;

  /** Code name of the housing area, of a camp in an area. @example mjoelnerparken */
  @ApiProperty({ required: false })
  @IsOptional()
  @IsCodeName()
  readonly area?: string;

  /** The area's district. @example noerrebro */
  @ApiProperty({ required: false })
  @IsOptional()
  @IsDistrict()
  readonly district?: District;
}

export class CancelCamp extends Dated {
  /** @example no-staff */
  @IsCode(cancelReasons)
  readonly reason!: CancelReason;
}

const areDays = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.length <= 60 && value.every(isDay);

export const CorrectCamp = correctionOf('Camp', {
  holiday: isCode(holidays),
  firstDay: isDay,
  lastDay: isDay,
  area: isCodeName,
  district: isDistrict,
  heldOn: areDays,
});
