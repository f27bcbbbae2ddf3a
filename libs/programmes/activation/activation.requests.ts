import { Dated, IsCalendarDay, IsCode, IsDistrict, IsId } from '@sikkerby/http';
import { isDay, type Day } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { IsInt, Max, Min } from 'class-validator';
import { correctionOf, isCode, isWhole } from '@sikkerby/case-kit/edge';
import {
  courseKinds,
  endReasons,
  reopenReasons,
  type CourseKind,
  type EndReason,
  type ReopenReason,
} from './activation.js';

const hoursOfAWeek = 168;

export class BeginActivation extends Dated {
  /** Who takes it, by the reference that the register gave: the age is reckoned on the day. */
  @IsId()
  readonly subject!: string;

  /** @example noerrebro */
  @IsDistrict()
  readonly district!: District;

  /** @example job-training */
  @IsCode(courseKinds)
  readonly kind!: CourseKind;

  /** Hours a week that they are offered, at most 37. @example 37 */
  @IsInt()
  @Min(1)
  @Max(hoursOfAWeek)
  readonly weeklyHours!: number;
}

export class ChangeHours extends Dated {
  /** Hours a week that they are offered from now on, at most 37. @example 30 */
  @IsInt()
  @Min(1)
  @Max(hoursOfAWeek)
  readonly weeklyHours!: number;
}

export class RecordAttendance extends Dated {
  /** The Monday of the week. @example 2018-03-05 */
  @IsCalendarDay()
  readonly week!: Day;

  /** Hours that they attended in it, at most 37. @example 28 */
  @IsInt()
  @Min(0)
  @Max(hoursOfAWeek)
  readonly hours!: number;
}

export class EndActivation extends Dated {
  /** @example job */
  @IsCode(endReasons)
  readonly reason!: EndReason;
}

export class ReopenActivation extends Dated {
  /** @example new-benefit */
  @IsCode(reopenReasons)
  readonly reason!: ReopenReason;
}

export const CorrectCourse = correctionOf('ActivationCourse', {
  kind: isCode(courseKinds),
  district: isDistrict,
  weeklyHours: isWhole(1, hoursOfAWeek),
  openedOn: isDay,
  reopenedOn: isDay,
  closedOn: isDay,
});
