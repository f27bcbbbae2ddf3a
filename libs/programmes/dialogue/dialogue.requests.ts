import { Dated, IsCalendarDay, IsCode, IsCodeName, IsDistrict } from '@sikkerby/http';
import { isDay, type Day } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { IsInt, Max, Min } from 'class-validator';
import { correctionOf, isCode, isCodeName, isWhole } from '@sikkerby/case-kit/edge';
import {
  activityKinds,
  precisions,
  professions,
  type ActivityKind,
  type Precision,
  type Profession,
} from './dialogue.js';

class PlanMeeting extends Dated {
  /** @example bispebjerg */
  @IsDistrict()
  readonly district!: District;

  /** @example 2018-04-12 */
  @IsCalendarDay()
  readonly plannedOn!: Day;
}

export class PlanDialogueActivity extends PlanMeeting {
  /** @example debate */
  @IsCode(activityKinds)
  readonly kind!: ActivityKind;
}

export class PlanTraining extends PlanMeeting {
  /** Whom it is for. @example teachers */
  @IsCode(professions)
  readonly kind!: Profession;
}

export class HoldMeeting extends Dated {
  /** How many came. @example 42 */
  @IsInt()
  @Min(0)
  @Max(10_000)
  readonly participants!: number;

  /** Counted one by one, or estimated. @example counted */
  @IsCode(precisions)
  readonly precision!: Precision;
}

export class PlanCourse extends Dated {
  /** Code name of the school. @example skolen-i-bispebjerg */
  @IsCodeName()
  readonly school!: string;

  /** The class's grade. @example 8 */
  @IsInt()
  @Min(0)
  @Max(10)
  readonly grade!: number;

  /** @example bispebjerg */
  @IsDistrict()
  readonly district!: District;

  /** How many pupils the class has. @example 23 */
  @IsInt()
  @Min(1)
  @Max(40)
  readonly pupils!: number;
}

const meeting = {
  district: isDistrict,
  plannedOn: isDay,
  heldOn: isDay,
  participants: isWhole(0, 10_000),
  precision: isCode(precisions),
};

export const CorrectDialogueActivity = correctionOf('DialogueActivity', {
  kind: isCode(activityKinds),
  ...meeting,
});

export const CorrectTraining = correctionOf('Training', { kind: isCode(professions), ...meeting });

export const CorrectCourse = correctionOf('CitizenshipCourse', {
  school: isCodeName,
  grade: isWhole(0, 10),
  district: isDistrict,
  pupils: isWhole(1, 40),
  sessions: (value) => Array.isArray(value) && value.length > 0 && value.every(isDay),
});
